"""Lost earnings month by month: ``account`` adds up what each part gives.

``segments`` cuts a course into days in which nothing that counts changes. The parts give values:
``running`` the benefit by calendar days, ``paid_holiday`` what is taken off it, ``single_days``
(together a ``worked`` month), ``atp``, ``savings``, and the holiday ``supplements`` of the ``pots``
that a course carries from month to month. ``remarks`` says what happened.
"""
