"""What simple-salesforce finds out by the way of signing in that ASK names, as one line of JSON."""

import json
import os

from simple_salesforce import Salesforce

practice = json.loads(os.environ["PRACTICE"])
password = practice["password"] + practice["securityToken"]
domain = practice["myDomain"].removesuffix(".salesforce.com")

connected_app = {
    "consumer_key": practice["consumerKey"],
    "consumer_secret": practice["consumerSecret"],
    "username": practice["username"],
}
external_client_app = {
    "consumer_key": practice["ecaConsumerKey"],
    "consumer_secret": practice["ecaConsumerSecret"],
}
ways = {
    "password": {**connected_app, "password": password},
    "wrong": {**connected_app, "password": password + "x"},
    "client_credentials": external_client_app,
}


def found():
    salesforce = Salesforce(**ways[os.environ["ASK"]], domain=domain)
    return {
        "instance": salesforce.sf_instance,
        "organization": salesforce.query("SELECT Id, Name FROM Organization")["records"],
        "users": salesforce.query("SELECT Id, Username FROM User")["records"],
        "limits": salesforce.limits()["DailyApiRequests"],
    }


try:
    answer = found()
except Exception as error:
    answer = {
        "thrown": type(error).__name__,
        "code": getattr(error, "code", None),
        "message": str(error),
    }
print(json.dumps(answer))
