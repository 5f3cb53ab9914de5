//! Is Gentrack's managed package there?

use model::catalogue::Code;

use super::super::Context;
use super::super::ask::{Answers, Ask};
use super::Verdict;
use crate::salesforce::wire::{InstalledPackageRow, PackageLicenceRow};

/// By namespace where one is set, since any user may list those; else by name, which the Tooling
/// API tells those who may ask it. Gentrack's namespace is not public.
pub(in super::super) fn package(answers: &Answers, context: &Context<'_>) -> Verdict {
    let namespace = context.expect.package_namespace.as_str();
    let licences = answers.rows::<PackageLicenceRow>(Ask::Packages);
    if !namespace.is_empty() {
        return match licences {
            Ok(rows) => {
                let found = rows
                    .iter()
                    .find(|row| row.namespace_prefix.eq_ignore_ascii_case(namespace));
                match found {
                    Some(row) => Verdict::passed(
                        Code::PackageThere,
                        format!("{} {}", row.namespace_prefix, row.status)
                            .trim_end()
                            .to_owned(),
                    ),
                    None => Verdict::warning(Code::PackageNotSeen, namespace),
                }
            }
            Err(why) => Verdict::unknown(Code::PackageUnknown, why),
        };
    }
    if let Ok(rows) = answers.rows::<InstalledPackageRow>(Ask::PackageNames) {
        let found = rows.iter().find(|row| {
            let name = row.subscriber_package.name.to_lowercase();
            name.contains("gentrack")
        });
        return match found {
            Some(row) => Verdict::passed(Code::PackageThere, described(row)),
            None => Verdict::warning(Code::PackageNotSeen, ""),
        };
    }
    match licences {
        Ok(rows) if rows.is_empty() => {
            Verdict::warning(Code::PackageNotSeen, "no managed package at all")
        }
        Ok(rows) => {
            let seen: Vec<_> = rows.into_iter().map(|row| row.namespace_prefix).collect();
            let evidence = format!("namespaces there: {}", seen.join(", "));
            Verdict::unknown(Code::PackageUnknown, evidence)
        }
        Err(why) => Verdict::unknown(Code::PackageUnknown, why),
    }
}

fn described(row: &InstalledPackageRow) -> String {
    let package = &row.subscriber_package;
    let mut words = package.name.clone();
    if let Some(version) = &row.subscriber_package_version {
        words = format!(
            "{words} {}.{}",
            version.major_version, version.minor_version
        );
    }
    match &package.namespace_prefix {
        Some(namespace) => format!("{words}, namespace {namespace}"),
        None => words,
    }
}
