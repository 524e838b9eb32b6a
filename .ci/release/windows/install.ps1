# Installerer udmaal for den, der kører det, fra denne mappe alene: uden net og uden
# administratorrettigheder. Skriver kun i -Mappe. Se LÆS-MIG.md.
#
#   powershell -ExecutionPolicy Bypass -File install.ps1
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Mappe D:\Programmer\udmaal -Python C:\Python312\python.exe
param(
    [string]$Mappe = (Join-Path $env:LOCALAPPDATA 'udmaal'),
    [string]$Python = ''
)
$ErrorActionPreference = 'Stop'
$her = Split-Path -Parent $MyInvocation.MyCommand.Path
$hjul = Join-Path $her 'wheels'

# 1. Hver fil er den, der står på listen, og ingen anden ligger i mappen.
$liste = @{}
foreach ($linje in Get-Content -LiteralPath (Join-Path $her 'SHA256SUMS') -Encoding UTF8) {
    $hash, $navn = $linje -split '  ', 2
    $liste[$navn] = $hash
    $fil = Join-Path $her $navn
    if (-not (Test-Path -LiteralPath $fil)) { throw "Mangler: $navn" }
    if ((Get-FileHash -LiteralPath $fil -Algorithm SHA256).Hash -ne $hash) {
        throw "Filen er ikke den, der blev udgivet: $navn"
    }
}
foreach ($fil in Get-ChildItem -LiteralPath $hjul -File) {
    if (-not $liste.ContainsKey("wheels/$($fil.Name)")) { throw "Står ikke på listen: $($fil.Name)" }
}

if (Test-Path -LiteralPath $Mappe) {
    if (-not (Test-Path -LiteralPath (Join-Path $Mappe 'udmaal.cmd'))) {
        throw "$Mappe findes og er ikke udmaal; vælg en anden med -Mappe"
    }
    Remove-Item -LiteralPath $Mappe -Recurse -Force
}
New-Item -ItemType Directory -Path $Mappe | Out-Null

function Invoke-Program([string]$program, [string[]]$valg) {
    & $program @valg
    if ($LASTEXITCODE -ne 0) { throw "$program fejlede ($LASTEXITCODE)" }
}

# 2. En Python: den nævnte, den indlejrede i mappen python, eller maskinens egen 3.12 eller 3.13.
$zip = Get-ChildItem -Path (Join-Path $her 'python\*.zip') -ErrorAction SilentlyContinue |
    Select-Object -First 1
if (-not $Python -and -not $zip) {
    foreach ($version in '3.13', '3.12') {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            $ErrorActionPreference = 'Continue'  # en version, der mangler, er ingen fejl
            $fundet = & py "-$version" -c 'import sys; print(sys.executable)' 2>$null
            $ErrorActionPreference = 'Stop'
            if ($LASTEXITCODE -eq 0 -and $fundet) { $Python = $fundet; break }
        }
    }
    if (-not $Python) { throw 'Ingen Python 3.12 eller 3.13: se LÆS-MIG.md' }
}

$fra = @('--no-index', '--find-links', $hjul, '--disable-pip-version-check', '--no-cache-dir',
    '--no-warn-script-location', '--only-binary', ':all:', 'udmaal[@EXTRAS@]')
try {
    if ($Python) {
        Invoke-Program $Python @('-I', '-m', 'venv', (Join-Path $Mappe 'env'))
        $installeret = Join-Path $Mappe 'env\Scripts\python.exe'
        Invoke-Program $installeret (@('-I', '-m', 'pip', 'install') + $fra)
    } else {
        # Den indlejrede har ingen pip: hjulene er zip-filer og pakkes ud, hver til sin plads.
        $python_mappe = Join-Path $Mappe 'python'
        Expand-Archive -LiteralPath $zip.FullName -DestinationPath $python_mappe
        $navn = Get-ChildItem -Path (Join-Path $python_mappe 'python3*._pth') | Select-Object -First 1
        $cp = 'cp' + ($navn.BaseName -replace 'python', '')
        $sted = Join-Path $python_mappe 'Lib\site-packages'
        New-Item -ItemType Directory -Path $sted | Out-Null
        Add-Content -LiteralPath $navn.FullName -Value "`r`nLib\site-packages" -Encoding ascii
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        foreach ($fil in Get-ChildItem -LiteralPath $hjul -Filter *.whl) {
            $mærke = ($fil.BaseName -split '-')[-3]
            $abi = ($fil.BaseName -split '-')[-2]
            if ($mærke -like 'cp*' -and $mærke -ne $cp -and $abi -ne 'abi3') { continue }
            [System.IO.Compression.ZipFile]::ExtractToDirectory($fil.FullName, $sted)
        }
        $installeret = Join-Path $python_mappe 'python.exe'
    }
    Copy-Item -LiteralPath (Join-Path $her 'udmaal.cmd') -Destination $Mappe
    Copy-Item -LiteralPath (Join-Path $her 'uninstall.ps1') -Destination $Mappe

    # 3. Den kører.
    Invoke-Program (Join-Path $Mappe 'udmaal.cmd') @('--version')
    Invoke-Program (Join-Path $Mappe 'udmaal.cmd') @('rates', 'verify')
} catch {
    Remove-Item -LiteralPath $Mappe -Recurse -Force -ErrorAction SilentlyContinue
    throw
}
Write-Host "Installeret i $Mappe. Kør: `"$Mappe\udmaal.cmd`" --help"
