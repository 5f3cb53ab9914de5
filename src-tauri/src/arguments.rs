//! The command line of the window.

/// What the program was started with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Only practice onboardings in this run.
    pub(crate) practice_only: bool,
}

impl Arguments {
    /// Reads the arguments; anything unknown is answered with the usage.
    pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut practice_only = false;
        for argument in arguments {
            match argument.as_str() {
                "--practice" => practice_only = true,
                other => {
                    return Err(format!(
                        "Unknown argument: {other}\nUsage: connector-setup [--practice]"
                    ));
                }
            }
        }
        Ok(Self { practice_only })
    }
}
