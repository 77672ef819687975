//! Cases from a seed: smooth ones, and ones whose values are the rules' own literals, their neighbours,
//! and pairs of equal dates.

use adhere_domain::law::compute::{ArchitectureUse, Compute, HardwareUse};
use adhere_domain::law::country::Country;
use adhere_domain::law::euro::Euro;
use adhere_domain::law::facts::{Modification, Placement, Rebuttal};
use adhere_domain::law::obligation::{Obligation, Obligations};
use adhere_domain::law::readings::ReadingId;
use adhere_domain::law::size::Period;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::world::World;

/// A source of cases: the same seed gives the same case for ever.
pub(crate) struct Random {
    state: u64,
    at_boundaries: bool,
    /// Dates already drawn, so that pairs of compared dates come out equal or neighbouring.
    drawn: Vec<Date>,
}

/// The days on which the law turns.
const DAYS: [Date; 7] = [
    date(2025, 8, 2),
    date(2026, 7, 27),
    date(2026, 8, 2),
    date(2027, 8, 2),
    date(2025, 7, 10),
    date(2025, 8, 1),
    date(2026, 11, 22),
];

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(0x1234_5678_9abc_def1);
        let mut random = Self { state, at_boundaries: true, drawn: Vec::new() };
        random.next();
        random
    }

    /// Values drawn evenly instead of at the boundaries.
    pub(crate) fn smooth(mut self) -> Self {
        self.at_boundaries = false;
        self
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        (self.next() >> 11) % bound
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        let index = usize::try_from(self.below(values.len() as u64)).unwrap();
        values[index].clone()
    }

    fn maybe<T>(&mut self, percent: u64, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| draw(self))
    }

    fn bit(&mut self) -> Option<bool> {
        self.pick(&[Some(true), Some(true), Some(false), None])
    }

    fn open_bit(&mut self) -> Option<bool> {
        self.pick(&[Some(true), Some(true), Some(true), Some(true), Some(true), Some(false), None])
    }

    fn day(&mut self) -> Date {
        let day = if self.at_boundaries {
            let near = if self.drawn.is_empty() || self.chance(60) {
                self.pick(&DAYS)
            } else {
                self.pick(&self.drawn.clone())
            };
            let shift = self.pick(&[-1_i64, 0, 0, 1]);
            near.checked_add(shift.days()).unwrap()
        } else {
            date(2024, 8, 1).checked_add(i64::try_from(self.below(1_400)).unwrap().days()).unwrap()
        };
        self.drawn.push(day);
        day
    }

    fn compute(&mut self) -> Compute {
        if !self.at_boundaries {
            let power = u32::try_from(20 + self.below(8)).unwrap();
            return Compute::new(u128::from(1 + self.below(99)) * 10_u128.pow(power - 1));
        }
        let near = self.pick(&[
            10_u128.pow(23),
            10_u128.pow(25),
            10_u128.pow(23) / 3,
            10_u128.pow(25) / 3,
            3 * 10_u128.pow(23),
            10_u128.pow(24),
            u128::MAX / 2,
            0,
            3,
        ]);
        Compute::new(self.pick(&[near.saturating_sub(1), near, near, near + 1]))
    }

    fn euro(&mut self) -> Euro {
        let near = self.pick(&[
            "2000000",
            "10000000",
            "43000000",
            "50000000",
            "129000000",
            "150000000",
            "500000000",
            "500000033.33",
            "500000033.34",
            "500000000.33",
            "0",
            "1234567890",
        ]);
        let cent = self.pick(&["", "", ".01", ".99"]);
        Euro::parse(&if near.contains('.') { near.to_owned() } else { format!("{near}{cent}") }).unwrap()
    }

    fn obligations(&mut self, percent: u64) -> Obligations {
        Obligation::ALL.into_iter().filter(|_| self.chance(percent)).collect()
    }

    /// A case.
    pub(crate) fn world(&mut self) -> World {
        let mut world = World::usual();
        world.as_of = self.day();
        // Now and then the day before the guidelines, or that of their publication.
        let known_at = self.pick(&[date(2026, 11, 22), date(2026, 11, 22), date(2025, 7, 17), date(2025, 7, 18)]);
        world.known_at = world.as_of.max(known_at);
        self.provider(&mut world);
        self.model(&mut world);
        self.code(&mut world);
        for id in [
            ReadingId::PendingRebuttal,
            ReadingId::MissingEvaluation,
            ReadingId::ModifiedModel,
            ReadingId::ApprovedCode,
            ReadingId::AdhereOrComply,
        ] {
            let options = id.options();
            let option = self.pick(&[options[0], options[0], options[1]]);
            world.readings = world.readings.choose(id, option).unwrap();
        }
        world
    }

    fn provider(&mut self, world: &mut World) {
        world.provider.country =
            self.maybe(85, |random| Country::parse(random.pick(&["FR", "US", "CH", "SK"])).unwrap());
        world.provider.worldwide_turnover = self.maybe(70, Self::euro);
        let count = self.below(4);
        let period = |random: &mut Self| Period {
            persons: random.pick(&[9, 10, 49, 50, 249, 250, 749, 750]),
            turnover: random.euro(),
            balance_sheet: random.euro(),
        };
        world.provider.enterprise.periods = (0..count).map(|_| period(self)).collect();
        world.provider.enterprise.public_body_control = self.bit();
    }

    fn model(&mut self, world: &mut World) {
        let model = &mut world.model;
        model.placement = match self.below(10) {
            0 => None,
            1 => Some(Placement::NotYet),
            _ => Some(Placement::On(self.day())),
        };
        model.generality = self.pick(&[None, None, None, Some(true), Some(false)]);
        model.research_only = self.pick(&[None, None, None, None, Some(true), Some(false)]);
        model.generates_indicated_content = self.bit();
        model.training.reported = self.maybe(60, Self::compute);
        model.training.hardware = if self.chance(30) { self.hardware() } else { Vec::new() };
        model.training.architecture = self.maybe(30, Self::architecture);
        model.high_impact_evaluation = self.pick(&[None, None, None, Some(true), Some(false)]);
        self.classification(world);
        self.release(world);
        let model = &mut world.model;
        model.modification = self.maybe(25, |random| Modification {
            original_compute: random.maybe(50, Self::compute),
            modification_compute: random.maybe(80, Self::compute),
            original_systemic_risk: random.bit(),
        });
        model.conforms_to_standards = self.obligations(50);
        model.conforms_to_specifications = self.obligations(50);
    }

    fn hardware(&mut self) -> Vec<HardwareUse> {
        let count = 1 + self.below(2);
        let use_ = |random: &mut Self| HardwareUse {
            chip_hours: random.pick(&[0, 1, 1_000, 1_000_000_000, u128::MAX / 2]),
            peak: Compute::new(random.pick(&[0, 3, 10_u128.pow(12), 10_u128.pow(15)])),
            utilisation: random.pick(&[0, 1, 4_000, 10_000]),
        };
        (0..count).map(|_| use_(self)).collect()
    }

    fn architecture(&mut self) -> ArchitectureUse {
        let parameters = self.pick(&[1, 10_u128.pow(9), 10_u128.pow(12), u128::MAX / 6]);
        let tokens = self.pick(&[1, 2, 10_u128.pow(12), 10_u128.pow(13), 1_666_666_666_667]);
        ArchitectureUse { parameters: Compute::new(parameters), tokens: Compute::new(tokens) }
    }

    fn classification(&mut self, world: &mut World) {
        let classification = &mut world.model.classification;
        classification.condition_known_on = self.maybe(30, Self::day);
        classification.rebuttal = match self.below(8) {
            0 => Rebuttal::Pending,
            1 => Rebuttal::Accepted(self.day()),
            2 => Rebuttal::Rejected(self.day()),
            _ => Rebuttal::None,
        };
        classification.designated_on = self.maybe(25, Self::day);
        if let Some(begin) = classification.designated_on {
            let end = self.maybe(40, Self::day).filter(|end| begin < *end);
            classification.designation_ended_on = end;
        }
    }

    fn release(&mut self, world: &mut World) {
        let release = &mut world.model.release;
        release.allows_access = self.open_bit();
        release.allows_use = self.open_bit();
        release.allows_modification = self.open_bit();
        release.allows_distribution = self.open_bit();
        release.weights_public = self.open_bit();
        release.architecture_public = self.open_bit();
        release.usage_information_public = self.open_bit();
        release.monetised = self.open_bit().map(|open| !open);
    }

    fn code(&mut self, world: &mut World) {
        world.code.published = self.maybe(90, Self::day);
        world.code.assessed_adequate = self.maybe(80, Self::day);
        world.code.approved_by_act = self.maybe(20, Self::day);
        world.code.covers = self.obligations(70);
        world.code.relied_on = if self.chance(40) { Obligations::NONE } else { self.obligations(60) };
        if self.chance(25) {
            world.standards = self.obligations(30);
            world.specifications = self.obligations(30);
            world.common_rules = self.obligations(30);
        }
    }

    /// Makes one fact known that was not.
    pub(crate) fn make_known(&mut self, world: &mut World) {
        let drawn = self.world();
        let release = drawn.model.release;
        let known = |bit: Option<bool>| Some(bit.unwrap_or(true));
        let model = &mut world.model;
        match self.below(8) {
            0 => world.provider.country = world.provider.country.or(Country::parse("US")),
            1 => {
                model.generates_indicated_content = model.generates_indicated_content.or(known(release.weights_public));
            }
            // What is known of a modification may have decided already.
            2 if model.training.figures().next().is_none() && model.modification.is_none() => {
                model.training.reported = Some(self.compute());
            }
            3 => model.release.allows_access = model.release.allows_access.or(known(release.allows_access)),
            4 => model.release.allows_use = model.release.allows_use.or(known(release.allows_use)),
            5 => model.release.weights_public = model.release.weights_public.or(known(release.weights_public)),
            6 => model.release.monetised = model.release.monetised.or(known(release.monetised)),
            _ => model.placement = model.placement.or(Some(Placement::On(self.day()))),
        }
    }
}
