//! A connector's daily work: it signs in to Salesforce again with what it was last given.

use super::Gcis;
use crate::salesforce::Source;

impl Gcis {
    /// Lets every connector sign in once. True for each that got in.
    pub(crate) async fn work(&self) -> Vec<bool> {
        let connectors = self.cloud.look(|saved, live| {
            let known = saved.instances.iter().filter_map(|instance| {
                let credentials = live.connector_credentials.get(&instance.id)?;
                Some((instance.login_url.clone(), credentials.clone()))
            });
            known.collect::<Vec<_>>()
        });
        let mut got_in = Vec::new();
        for (login_url, credentials) in connectors {
            let Some(host) = self.door.find(&login_url).await else {
                got_in.push(false);
                continue;
            };
            let door = &self.door;
            let answer = door.sign_in(&host, &credentials, Source::GcisConnector);
            got_in.push(door.session(&answer.await).is_some());
        }
        got_in
    }
}
