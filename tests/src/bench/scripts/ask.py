"""simple-salesforce signs in and asks the questions one by one, whenever a line comes in."""

import json
import os
import sys
import time

from simple_salesforce import Salesforce

practice = json.loads(os.environ["PRACTICE"])
questions = json.loads(os.environ["QUESTIONS"])
version = questions[0].split("/")[3].removeprefix("v")
below = f"/services/data/v{version}/"


def sign_in():
    return Salesforce(
        username=practice["username"],
        password=practice["password"] + practice["securityToken"],
        consumer_key=practice["consumerKey"],
        consumer_secret=practice["consumerSecret"],
        domain=practice["myDomain"].removesuffix(".salesforce.com"),
        version=version,
    )


def user_id():
    """It does not keep the id that the sign-in tells, so that it has to be asked for once."""
    username = practice["username"]
    found = sign_in().query(f"SELECT Id FROM User WHERE Username = '{username}'")
    return found["records"][0]["Id"]


def take_round(paths):
    start = time.perf_counter()
    salesforce = sign_in()
    for path in paths:
        # Raises at any answer that is not a good one.
        salesforce.restful(path)
    took = (time.perf_counter() - start) * 1000
    salesforce.session.close()
    return {"ms": took}


paths = None
for _ in sys.stdin:
    try:
        if paths is None:
            user = user_id()
            paths = [path.removeprefix(below).replace("USER_ID", user) for path in questions]
        took = take_round(paths)
    except Exception as error:
        took = {"trouble": f"{type(error).__name__}: {error}"}
    print(json.dumps(took), flush=True)
