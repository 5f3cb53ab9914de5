//! The least that a verification can take: what has to wait for what, counted in round trips.

/// Each step waits for the one before. Everything else goes beside them: the second connection is opened while the
/// first asks who the host is, the tooling question travels while the batch does, and what the batch resource asks of
/// itself costs no round trip.
const STEPS: [(&str, u32); 5] = [
    ("TCP (RFC 9293, 3.5)", 1),
    ("TLS 1.3 (RFC 8446, 2)", 1),
    ("GET /services/data: is it Salesforce?", 1),
    ("POST /services/oauth2/token", 1),
    ("POST …/composite/batch", 1),
];

/// How many round trips a verification at a My Domain host waits for, one after the other.
pub(super) fn round_trips() -> u32 {
    STEPS.iter().map(|(_, round_trips)| round_trips).sum()
}
