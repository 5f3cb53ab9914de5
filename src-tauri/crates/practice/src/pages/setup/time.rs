//! How the pages write a moment.

use jiff::Timestamp;

/// To the second, in UTC: the same for everybody who reads along.
pub(super) fn moment(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}
