"""Whether a connection can be made from here to an address that is not this computer's, as one line of JSON."""

import json
import socket

try:
    # An address of the documentation's (RFC 5737), where nobody is.
    socket.create_connection(("192.0.2.1", 443), timeout=5).close()
    answer = "connected"
except OSError as error:
    answer = type(error).__name__ + f" {error.errno}"
print(json.dumps(answer))
