//! References of indicators, reviews, credits and payments.

use crate::domain::links::{keep, put};
use crate::domain::project::Project;

impl Project {
    pub(super) fn mend_performance(&mut self) {
        let mut performance = (*self.performance).clone();
        let kpis = performance.kpis.clone();
        let vendors = &self.selection.vendors;
        performance.kpis.update_all(|kpi| {
            keep(&mut kpi.sla, &self.requirements.sla);
            keep(&mut kpi.counter, &kpis);
            kpi.counter = kpi.counter.filter(|counter| *counter != kpi.id);
        });
        performance.readings.retain(|vendor| vendors.has(vendor), |kpi| kpis.has(kpi));
        performance.records.retain(|vendor| vendors.has(vendor), |kpi| kpis.has(kpi));
        // What was closed outlasts the vendor it is about.
        performance.reviews.retain(|vendor, reviews| {
            if !vendors.has(*vendor) {
                reviews.retain(|_, review| !review.versions.is_empty());
            }
            vendors.has(*vendor) || !reviews.is_empty()
        });
        performance.credits.keep_lines(|line| self.requirements.sla.has(line));
        performance.mend_reviews(vendors, &self.team.roles);
        performance.payments.mend(vendors, &self.requirements.features, &kpis);
        put(&mut self.performance, performance);
    }
}
