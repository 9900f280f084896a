//! Which figures of other cities help to judge a lever: keys of the measures of `facts`.

use super::{Group, LeverId};

impl LeverId {
    pub fn peers(self) -> &'static [&'static str] {
        match self {
            Self::AlarmChargePortable | Self::AlarmChargeHome => &["alarm_charge", "alarm_cost"],
            Self::PostsExtra | Self::PostsFrozen | Self::Clerical => {
                &["staff_per_centre", "support_centres"]
            }
            Self::Gathering => &["gathering_places"],
            Self::PublicityMoney | Self::OutreachHours => &["leaflet_reach"],
            _ => match self.spec().group {
                Group::Devices => &["alarm_total", "alarm_new_users"],
                Group::Centres => &["staff_turnover"],
                Group::Meetings => &["care_meetings", "municipal_meetings"],
                Group::Known | Group::Programmes => &[],
            },
        }
    }
}
