"""Many cases at once: the same pure calculation as ``calc``, mapped over files.

``work`` is what happens to one file, ``engines`` spread the work, ``sink`` writes it, ``summary``
adds it up, ``run`` puts them together.
"""
