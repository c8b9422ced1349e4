class Odd:
    def __eq__(self, other):
        raise ValueError("x\x1b[2J" * 200000)


def total(prices):
    raise RuntimeError("AssertionError \x1b[2J" + "y" * 1000000)
