//! The checked role matrix, computed once per change of the team for everyone who shows something of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::team::Team;
use crate::domain::team::raci::checked::Checked;
use crate::state::workspace::{Workspace, use_workspace};

/// The checked matrix, shared through context.
#[derive(Clone, Copy)]
struct Shared(Memo<Arc<Checked>>);

fn follow(workspace: Workspace) -> Memo<Arc<Checked>> {
    Memo::new_with_compare(
        move |before: Option<&Arc<Checked>>| {
            Arc::new(Checked::of(&workspace.section::<Team>(), before.map(|before| &**before)))
        },
        |before, after| !matches!((before, after), (Some(before), Some(after)) if Arc::ptr_eq(before, after)),
    )
}

/// Puts the checked matrix of a workspace into the context.
pub fn provide_matrix(workspace: Workspace) {
    provide_context(Shared(follow(workspace)));
}

/// Returns the checked matrix of the context.
#[must_use]
pub fn use_matrix() -> Memo<Arc<Checked>> {
    use_context::<Shared>().map_or_else(|| follow(use_workspace()), |shared| shared.0)
}
