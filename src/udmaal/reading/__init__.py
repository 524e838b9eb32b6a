"""From bytes to checked values: the one way in for case files, rate files and service levels."""
