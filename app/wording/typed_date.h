#pragma once

#include "app/wording/wording.h"

namespace entente::wording {

/// What a text typed into a date field means, as EDTF, which is always proleptic Gregorian. Digits of any script are
/// read. Names of months, seasons and weekdays are those of `wording`, whole or by three letters or more that leave no
/// doubt, without regard to case and accents.
/// - EDTF: as it is, Gregorian whatever the calendar, save a bare year.
/// - A bare year: "2015", "400".
/// - Words: "may 2018", "8 May 2018", "May 8th, 2018", "Tuesday 8 May 2018", "spring 2018", "44 BCE", "15 Mar 44 BC".
/// - Digits: "8.5.2018" (day first), "2018/5/8".
/// All but EDTF is in `calendar`. With Solar Hijri, Gregorian months and BCE, BC, CE and AD still make a date
/// Gregorian; its own months are read in Persian letters too, and years may have their era: "12 Farvardin 1403 SH". A
/// year of one or two digits needs a day or an era, or stands alone: "May 8" and "8.5.18" are in doubt. Gregorian days,
/// months, seasons and years are given as such. Months, seasons and years of other calendars are a set of days,
/// "[2024-03-20..2024-04-19]". None for what cannot be read, for days that do not exist, and for what EDTF cannot
/// write: days, months and seasons outside the Gregorian years ±9999.
std::optional<model::Edtf> typedDate(QString text, const Wording& wording, model::Calendar calendar);

} // namespace entente::wording
