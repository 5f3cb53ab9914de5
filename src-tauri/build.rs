//! Declares the window's commands, so that each has to be granted by name in
//! `capabilities/main.json`. Without the declaration Tauri opens every command to every window.

/// The commands of `src/ipc`, in its order.
const COMMANDS: &[&str] = &[
    "boot",
    "home",
    "create_onboarding",
    "open_onboarding",
    "remove_onboarding",
    "confirm_prerequisite",
    "dialog_shows",
    "answer_app",
    "choose_route",
    "forget_aside",
    "tick",
    "app_saved",
    "answer_user_in_use",
    "user_ready",
    "save_field",
    "store_secret",
    "verify",
    "cancel",
    "answer_history",
    "explain",
    "choose_registration",
    "tenants",
    "choose_tenant",
    "register",
    "adopt_instance",
    "look_up_registration",
    "replace_credentials",
    "answer_list",
    "portal_ended",
    "take_back_registration",
    "look_for_gcis",
    "answer_address",
    "begin_move",
    "go_back",
    "go_on_moving",
    "look_for_move",
    "retire_old_app",
    "change_named_credential",
    "refresh_named_credential",
    "attest_named_credential",
    "decline_named_credential",
    "begin_named_credential_in_portal",
    "leave_named_credential_in_portal",
    "set_rotation_reminder",
    "save_rotation_reminder",
    "checklist",
    "save_checklist",
    "open_checklist",
    "export_metadata",
    "copy_text",
    "copy_secret",
    "open_link",
    "settings",
    "save_settings",
    "store_gcis_secret",
    "practice_card",
    "practice_reset_token",
    "practice_scenario",
];

fn main() {
    // The pages are built into the program, so new pages make a new program.
    println!("cargo::rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
