"""From a breakdown to bytes, one module per format; all of them read the same values."""
