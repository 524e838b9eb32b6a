"""The command line: a thin skin over ``udmaal.api`` and ``udmaal.output``."""
