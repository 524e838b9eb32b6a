"""Start of the command line: ``udmaal`` and ``python -m udmaal``."""


def main() -> None:
    """Run the command line.

    The collector is off while the program loads: it would walk everything many times over and
    find nothing. A command that runs long turns it on again.
    """
    import gc  # noqa: PLC0415 - must come before everything that loads

    gc.disable()
    from udmaal.cli.run import run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
