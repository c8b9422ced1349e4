import requests


def charge(order):
    body = order.as_dict()
    r = requests.post(URL, json=body)
    # checked below
    # by the caller
    # too

    return r.json()
