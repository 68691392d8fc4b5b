//! Current day.

/// The current day in Thailand (UTC+7), or the day of `SOURCE_DATE_EPOCH`.
pub(super) fn today() -> Option<crate::thai::Date> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse::<i64>().ok());
    let now =
        || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok().and_then(|passed| i64::try_from(passed.as_secs()).ok());
    crate::thai::Date::of_unix_seconds(epoch.or_else(now)?)
}
