"""Start of the command line: ``udmaal`` and ``python -m udmaal``."""

from udmaal.cli.run import main

if __name__ == "__main__":
    main()
