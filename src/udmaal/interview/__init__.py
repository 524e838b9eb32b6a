"""The questions of ``udmaal new``: which there are, what an answer means, whether it holds."""
