//! What is handed out to somebody elsewhere, filled in where nothing else of the project is, and comes back.

use chrono::NaiveDate;
use decode::Decode;
use serde::Serialize;

use std::sync::Arc;

use crate::domain::ids::Id;
use crate::domain::project::Project;
use crate::domain::requirements::understanding::answer_sheet::AnswerSheet;
use crate::domain::selection::score_sheet::ScoreSheet;

/// Which project a sheet belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SheetProject {
    /// The id.
    pub id: Id<Project>,
    /// What it is called.
    pub name: String,
}

impl SheetProject {
    /// Names the project a sheet is taken out of, also where that is only the place of the sheet.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        Self { id: project.profile.sheet_of.unwrap_or(project.id), name: project.profile.name.clone() }
    }
}

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// What one evaluator scores.
    Scores,
    /// What one party answers.
    Answers,
}

/// How far a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetState {
    /// Nothing is filled in.
    Blank,
    /// Something is filled in, and it is not handed in.
    Draft,
    /// It is handed in.
    Submitted,
}

/// A sheet of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// What one evaluator scores.
    Scores(ScoreSheet),
    /// What one party answers.
    Answers(AnswerSheet),
}

impl Sheet {
    /// Takes the sheet out of a place that holds it and nothing else; a project is no such place.
    #[must_use]
    pub fn alone(place: &Project, today: NaiveDate) -> Option<Self> {
        Some(match place.profile.sheet_kind()? {
            SheetKind::Scores => {
                let evaluator = place.selection.evaluators.at(0)?.id;
                Self::Scores(ScoreSheet::of(place, evaluator, today)?)
            }
            SheetKind::Answers => {
                Self::Answers(AnswerSheet::of(place, place.profile.sheet_side.unwrap_or_default()))
            }
        })
    }

    /// Returns what it is about.
    #[must_use]
    pub const fn kind(&self) -> SheetKind {
        match self {
            Self::Scores(_) => SheetKind::Scores,
            Self::Answers(_) => SheetKind::Answers,
        }
    }

    /// Returns which project it belongs to.
    #[must_use]
    pub const fn project(&self) -> &SheetProject {
        match self {
            Self::Scores(sheet) => &sheet.project,
            Self::Answers(sheet) => &sheet.project,
        }
    }

    /// Returns when it was handed in.
    #[must_use]
    pub const fn submitted(&self) -> Option<NaiveDate> {
        match self {
            Self::Scores(sheet) => sheet.evaluator.submitted,
            Self::Answers(sheet) => sheet.answers.submitted,
        }
    }

    /// Returns how far it is.
    #[must_use]
    pub fn state(&self) -> SheetState {
        let is_blank = match self {
            Self::Scores(sheet) => sheet.evaluator.scores.is_empty(),
            Self::Answers(sheet) => sheet.answers.given.is_empty(),
        };
        match self.submitted() {
            Some(_) => SheetState::Submitted,
            None if is_blank => SheetState::Blank,
            None => SheetState::Draft,
        }
    }

    /// Returns the id it is kept under where its project is not.
    #[must_use]
    pub const fn place_id(&self) -> Id<Project> {
        match self {
            Self::Scores(sheet) => sheet.place_id(),
            Self::Answers(sheet) => sheet.place_id(),
        }
    }

    /// Makes a project that holds this one sheet and nothing else.
    #[must_use]
    pub fn into_project(self) -> Project {
        match self {
            Self::Scores(sheet) => sheet.into_project(),
            Self::Answers(sheet) => sheet.into_project(),
        }
    }

    /// Puts what was filled in into the project, and touches nothing else.
    pub fn take_into(&self, project: &mut Project) {
        match self {
            Self::Scores(sheet) => sheet.take_into(Arc::make_mut(&mut project.selection)),
            Self::Answers(sheet) => sheet.take_into(Arc::make_mut(&mut project.requirements)),
        }
    }
}
