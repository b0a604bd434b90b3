//! The templates of the site: one project file for each business type and language, and the due-diligence bank.

use crate::domain::language::Language;
use crate::domain::profile::BusinessType;
use crate::domain::project::Project;
use crate::exchange::parse;
use crate::platform::gate;

/// Loads the template of a business type in a language.
pub async fn load(business: BusinessType, language: Language) -> Option<Project> {
    projects(file_name(business), language).await?.into_iter().next()
}

/// Loads the due-diligence bank in a language: a project for each business type.
pub async fn bank(language: Language) -> Option<Vec<Project>> {
    projects("due_diligence", language).await
}

async fn projects(name: &str, language: Language) -> Option<Vec<Project>> {
    let code = match language {
        Language::Zh => "zh",
        Language::En => "en",
    };
    let text = gate::text(&format!("templates/{name}.{code}.json")).await.ok()?.as_string()?;
    let documents = parse::import(text.as_bytes()).ok()?.into_iter();
    Some(documents.map(|document| document.project).collect())
}

const fn file_name(business: BusinessType) -> &'static str {
    match business {
        BusinessType::SoftwareDevelopment => "software_development",
        BusinessType::CustomerService => "customer_service",
        BusinessType::ItOperations => "it_operations",
        BusinessType::HrPayroll => "hr_payroll",
        BusinessType::DataAnnotation => "data_annotation",
        BusinessType::FinanceAccounting => "finance_accounting",
        BusinessType::Other => "other",
    }
}
