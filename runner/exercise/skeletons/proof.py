import unittest


class {{Name}}(unittest.TestCase):
    """Passes on the sound tree, fails once the defect is planted. Any honest fix must pass it, not only yours."""

    def test_holds(self):
        self.fail("import from the tree's root (from shop.prices import total), and say what must hold")


if __name__ == "__main__":
    unittest.main()
