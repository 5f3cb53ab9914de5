//! *Export for Salesforce CLI*: the app of a route as a project on disk.

use std::path::{Path, PathBuf};

use model::catalogue::Problem;
use model::guide::service_user;
use model::{Onboarding, Route};
use uuid::Uuid;

use super::fields::username;
use super::file_name::{numbered, of_onboarding};
use super::route::word;
use super::workspace::Workspace;
use crate::documents::metadata::{App, MetadataError, Particulars, Project};

/// Where a project was saved.
#[derive(Debug, Clone)]
pub struct SavedProject {
    /// The project's folder.
    pub folder: PathBuf,
    /// Its files, each with its whole path.
    pub files: Vec<PathBuf>,
}

impl Workspace {
    /// Saves the app of the onboarding's route in a folder of its own below the given one. A
    /// folder that has something in it is left as it is, and the next number is taken.
    pub fn export_metadata(&self, id: Uuid, folder: &Path) -> Result<SavedProject, Problem> {
        let onboarding = self.load(id)?;
        let name = of_onboarding(&onboarding, "salesforce-project");
        let saved = project(app(&onboarding, onboarding.route))
            .and_then(|project| Ok(write_below(folder, &name, &project)?));
        self.told(id, onboarding.route, saved)
    }

    /// Writes the app of a route, with the onboarding's user, into a folder that is empty or not
    /// there yet.
    pub fn write_project(
        &self,
        id: Uuid,
        route: Route,
        folder: &Path,
    ) -> Result<SavedProject, Problem> {
        let saved = write_project(app(&self.load(id)?, route), folder);
        self.told(id, route, saved)
    }

    /// Puts on the trail what became of a project.
    fn told(
        &self,
        id: Uuid,
        route: Route,
        saved: Result<SavedProject, Problem>,
    ) -> Result<SavedProject, Problem> {
        let what = "metadata_exported";
        match saved {
            Ok(saved) => {
                self.note(id, what, word(route));
                Ok(saved)
            }
            Err(problem) => Err(self.note_problem(id, what, problem)),
        }
    }
}

/// Writes an app's project into a folder that is empty or not there yet.
pub fn write_project(app: App, folder: &Path) -> Result<SavedProject, Problem> {
    Ok(write(&project(app)?, folder)?)
}

/// The app of a route, run as the Username that was entered, or else as the one that the guide
/// proposes.
fn app(onboarding: &Onboarding, route: Route) -> App {
    match route {
        Route::ConnectedApp => App::ConnectedApp,
        Route::ExternalClientApp => App::ExternalClientApp {
            run_as: match onboarding.fields.username.as_str() {
                "" => onboarding.places().fill(service_user::USERNAME),
                entered => entered.to_owned(),
            },
        },
    }
}

fn project(app: App) -> Result<Project, Problem> {
    let app = match app {
        App::ConnectedApp => app,
        App::ExternalClientApp { run_as } => App::ExternalClientApp {
            run_as: username(&run_as).map_err(|problem| problem.at_field("username"))?,
        },
    };
    Ok(Project::new(&Particulars::of_guide(app))?)
}

/// Writes a project into the first folder of that name, by its number, that is free.
fn write_below(
    folder: &Path,
    name: &str,
    project: &Project,
) -> Result<SavedProject, MetadataError> {
    let mut taken = Err(MetadataError::NotEmpty(folder.to_owned()));
    for name in numbered(name) {
        taken = write(project, &folder.join(name));
        if !matches!(taken, Err(MetadataError::NotEmpty(_))) {
            break;
        }
    }
    taken
}

fn write(project: &Project, folder: &Path) -> Result<SavedProject, MetadataError> {
    Ok(SavedProject {
        folder: folder.to_owned(),
        files: project.write(folder)?,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use model::Environment;
    use model::catalogue::Code;
    use model::field::Field;

    use super::*;
    use crate::workflow::NewOnboarding;

    fn desk(folder: &Path, environment: Environment) -> (Workspace, Uuid) {
        let workspace = Workspace::new(folder.join("data"));
        let new = NewOnboarding {
            name: "Northwind Energy".to_owned(),
            environment,
            domain: "northwind.example".to_owned(),
            sandbox_name: "uat".to_owned(),
        };
        let id = workspace.create(&new).unwrap().id;
        (workspace, id)
    }

    fn run_as(saved: &SavedProject) -> Option<String> {
        let policies = |file: &&PathBuf| file.to_string_lossy().contains("ecaOauthPlcy");
        let text = fs::read_to_string(saved.files.iter().find(policies)?).unwrap();
        let (_, rest) = text.split_once("<clientCredentialsFlowUser>")?;
        Some(rest.split('<').next()?.to_owned())
    }

    #[test]
    fn each_export_gets_a_folder_of_its_own() {
        let place = tempfile::tempdir().unwrap();
        let (workspace, id) = desk(place.path(), Environment::Production);
        let papers = place.path().join("papers");
        let names = ["", "-2", "-3"]
            .map(|number| format!("northwind-energy-production-salesforce-project{number}"));
        for name in names {
            let saved = workspace.export_metadata(id, &papers).unwrap();
            assert_eq!(saved.folder, papers.join(name));
            assert!(saved.files.iter().all(|file| file.is_file()));
            assert!(
                saved
                    .files
                    .contains(&saved.folder.join("sfdx-project.json"))
            );
        }
    }

    #[test]
    fn the_app_is_that_of_the_route_and_runs_as_the_service_user() {
        for (environment, proposed) in [
            (Environment::Production, "northwind.example"),
            (Environment::Sandbox, "northwind.example.uat"),
        ] {
            let place = tempfile::tempdir().unwrap();
            let (workspace, id) = desk(place.path(), environment);
            let export = || workspace.export_metadata(id, place.path()).unwrap();
            assert_eq!(run_as(&export()), None);

            workspace
                .choose_route(id, Route::ExternalClientApp)
                .unwrap();
            let proposed = format!("gcis-salesforce-sales-cloud-connector@{proposed}");
            assert_eq!(run_as(&export()), Some(proposed));

            let entered = "other@northwind.example";
            workspace.save_field(id, Field::Username, entered).unwrap();
            assert_eq!(run_as(&export()).as_deref(), Some(entered));
        }
    }

    #[test]
    fn what_became_of_it_is_on_the_trail() {
        let place = tempfile::tempdir().unwrap();
        let (workspace, id) = desk(place.path(), Environment::Production);
        workspace.export_metadata(id, place.path()).unwrap();
        let file = place.path().join("file");
        fs::write(&file, "mine").unwrap();
        let refused = workspace.export_metadata(id, &file).unwrap_err();
        assert_eq!(refused.code, Code::DiskFailed.entry().name);

        let trail = workspace.trail.read(id).unwrap();
        let [.., done, failed] = trail.as_slice() else {
            panic!("{trail:?}")
        };
        assert_eq!(done.what, "metadata_exported");
        assert_eq!(done.outcome, "connected_app");
        assert_eq!(failed.what, "metadata_exported");
        assert_eq!(failed.outcome, "disk_failed");
        assert_eq!(failed.correlation_id, Some(refused.correlation_id));
    }

    #[test]
    fn a_chosen_folder_with_something_in_it_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let (workspace, id) = desk(place.path(), Environment::Production);
        let refused = workspace.write_project(id, Route::ConnectedApp, place.path());
        assert_eq!(refused.unwrap_err().code, "folder_not_empty");
    }

    #[test]
    fn nobody_is_written_down_as_the_user_to_run_as() {
        let place = tempfile::tempdir().unwrap();
        for (run_as, code) in [
            ("", "username_missing"),
            ("gcis@[your domain]", "username_invalid"),
        ] {
            let run_as = run_as.to_owned();
            let folder = place.path().join("project");
            let refused = write_project(App::ExternalClientApp { run_as }, &folder).unwrap_err();
            assert_eq!((refused.code, refused.field), (code, Some("username")));
            assert!(!folder.exists());
        }
    }
}
