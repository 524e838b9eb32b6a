// Browsers start no worker for a page that is read from a folder. There, a hidden frame does its work:
// the search of the site needs no server. It asks for `IFrameWorker` by name.
class IFrameWorker extends EventTarget {
  #waiting = []
  #ready = false

  constructor(url) {
    super()
    this.onmessage = null
    this.onerror = null
    const frame = document.createElement("iframe")
    frame.hidden = true
    const script = new URL(url, document.baseURI).href.replaceAll('"', "%22")
    frame.srcdoc = `<!doctype html><script src="${script}" defer></` + "script>"
    frame.addEventListener("load", () => this.#begin())
    document.body.append(frame)
    this.frame = frame
  }

  #begin() {
    this.#ready = true
    for (const data of this.#waiting.splice(0)) this.postMessage(data)
  }

  #answer(data) {
    const message = new MessageEvent("message", { data })
    this.dispatchEvent(message)
    this.onmessage?.(message)
  }

  postMessage(data) {
    if (!this.#ready) return void this.#waiting.push(data)
    const inside = this.frame.contentWindow
    inside.postMessage = (answer) => this.#answer(answer)
    inside.importScripts = (...urls) =>
      urls.reduce((before, url) => before.then(() => load(inside.document, url)), Promise.resolve())
    inside.dispatchEvent(new inside.MessageEvent("message", { data }))
  }

  terminate() {
    this.frame.remove()
  }
}

function load(page, url) {
  return new Promise((done, failed) => {
    const script = page.createElement("script")
    script.src = url
    script.onload = done
    script.onerror = () => failed(new Error(url))
    page.head.append(script)
  })
}

if (location.protocol === "file:") {
  window.IFrameWorker = IFrameWorker
  window.Worker = IFrameWorker
}
