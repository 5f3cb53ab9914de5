//! `connectorctl named-credential`.

use serde_json::Value;

use crate::registering::{Ready, ready, text};

fn run(desk: &Ready, action: &str, further: &[&str]) -> (i32, Value) {
    let ran = desk.run(&["named-credential", action], further);
    (ran.code, ran.object())
}

#[test]
fn it_is_added_rotated_and_revoked_by_whoever_names_the_org() {
    let name = "gcis_named_credential::it_is_added_rotated_and_revoked_by_whoever_names_the_org";
    ready(name, "smooth", |desk| {
        let (code, object) = run(desk, "status", &[]);
        assert_eq!(code, 1, "{object}");
        assert_eq!(object["problem"]["code"], "not_registered");

        desk.registered();
        let (code, object) = run(desk, "status", &[]);
        assert_eq!((code, &object["state"]), (0, &"not_enabled".into()));
        let (code, object) = run(desk, "add", &[]);
        assert_eq!((code, &object["state"]), (0, &"active".into()), "{object}");
        let added = text(&object["renewedAt"]);

        for (further, ended, why) in [
            (&[][..], 2, "command_incomplete"),
            (&["--org-name", "Southwind"], 1, "org_name_differs"),
        ] {
            let (code, object) = run(desk, "rotate", further);
            assert_eq!((code, &object["problem"]["code"]), (ended, &why.into()));
        }
        let (_, object) = run(desk, "status", &[]);
        assert_eq!(text(&object["renewedAt"]), added, "nothing was rotated");

        let org = ["--org-name", &desk.cloud.announcement().org_name];
        let (code, object) = run(desk, "rotate", &org);
        assert_eq!((code, &object["state"]), (0, &"active".into()), "{object}");
        assert_ne!(text(&object["renewedAt"]), added);
        assert_eq!(object["sighting"]["seen"], "changed", "{object}");
        let (code, object) = run(desk, "add", &[]);
        assert_eq!(
            (code, &object["problem"]["code"]),
            (1, &"credential_busy".into())
        );
        let (code, object) = run(desk, "revoke", &org);
        assert_eq!((code, &object["state"]), (0, &"revoked".into()), "{object}");
    });
}
