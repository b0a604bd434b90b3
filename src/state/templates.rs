//! The templates of the site: one project file for each business type and language.

use crate::domain::language::Language;
use crate::domain::profile::BusinessType;
use crate::domain::project::Project;
use crate::exchange::parse;
use crate::platform::gate;

/// Loads the template of a business type in a language.
pub async fn load(business: BusinessType, language: Language) -> Option<Project> {
    let code = match language {
        Language::Zh => "zh",
        Language::En => "en",
    };
    let path = format!("templates/{}.{code}.json", file_name(business));
    let text = gate::text(&path).await.ok()?.as_string()?;
    parse::import(text.as_bytes()).ok()?.into_iter().next().map(|document| document.project)
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
