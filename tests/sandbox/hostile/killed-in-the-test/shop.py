import os


def total(prices):
    os.kill(os.getpid(), 9)
