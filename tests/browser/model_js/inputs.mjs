// What `mitoshi bench --inputs N` prints, lowered once to typed arrays: nothing is made up here.

// Eligible people are worked out from these groups of an area.
export const N_GROUPS = 6;

const monthly = (yearly) => 1 - Math.exp(-yearly / 12);

// What a draw is given: src/model/alarm/mod.rs, `Inputs`.
function givenOf(a, solved) {
  const [death, facility, move, unwanted] =
    ['death', 'facility', 'move', 'unwanted'].map((reason) => a(`al_exit_mix_${reason}`));
  const all = death + facility + move + unwanted;
  return {
    rate: solved('rate'),
    portableShare: solved('portable_share'),
    conversion: solved('conversion'),
    exitPortable: monthly(a('al_exit_portable')),
    exitHome: monthly(a('al_exit_home')),
    // Of the exits, and then of those not yet explained.
    death: death / all,
    facility: facility / (all - death),
    move: move / (move + unwanted),
    unwanted: unwanted / all,
    homeChoiceFall: Math.exp(-a('al_p_trend') / 12),
    conversionFade: Math.exp(-a('al_conv_fade') / 12),
    driftSd: a('al_rate_drift'),
    season: a('al_season'),
    ready: 1 - Math.exp(-1 / a('al_lead_time')),
    capacity: Math.max(a('al_capacity_month'), solved('busiest_year') * 1.2 / 12),
    contractSlack: a('al_contract_slack'),
    chronic: a('al_chronic_share'),
    household: 1 + a('al_equiv_household'),
    wander: a('dem_wander_share') / 100 * (1 - a('al_overlap_c')) * (1 + a('al_younger_share')),
    charge: a('mo_charge_avg_share') / 1000,
    chargePortable: a('ef_al_copay_portable'),
    chargeOnApplications: a('ef_al_copay_elast') / 100,
    chargeOnExits: a('ef_al_copay_exit') / 100,
    publicity: a('ef_al_publicity') / 100,
    knowledgeStep: 1 - Math.exp(-Math.LN2 / a('ef_al_publicity_half')),
    knowledgeMax: 1 / a('al_aware_scheme'),
    conversionMax: a('al_conv_max') / 12,
    takeNew: a('ef_al_take_new_class'),
    crew: a('ef_al_capacity'),
    replace: a('ef_al_replace') / 12,
    calls: a('al_calls_per_unit') / 12,
    dispatches: a('al_dispatch_per_unit') / 12,
  };
}

export function lowered(handed) {
  const { n_draws: nDraws } = handed;
  const given = Array.from({ length: nDraws }, (_, draw) =>
    givenOf((key) => handed.assumed[key][draw], (key) => handed.solved[key][draw]));
  return {
    seed: handed.seed,
    nDraws,
    plan: handed.plan,
    nMonths: handed.n_months,
    nYears: handed.n_months / 12,
    cityKey: handed.city_key,
    areaKeys: Uint32Array.from(handed.area_keys),
    // 1 Octobers from the one before the plan on: by draw, year, area and group.
    people: Float64Array.from(handed.people),
    nOctobers: handed.n_octobers,
    given,
    portable: Int32Array.from(handed.portable),
    home: Int32Array.from(handed.home),
    waiting: Int32Array.from(handed.waiting),
    // What shocks leave of installs and make of calls: by draw and month.
    installs: Float64Array.from(handed.installs),
    calls: Float64Array.from(handed.calls),
  };
}

// A policy: of each lever the value by month and area, and today's.
export function policyOf({ levers, defaults }) {
  const table = (key) => Float64Array.from(levers[key]);
  const isChanged = (key) => levers[key].some((value) => value !== defaults[key]);
  return {
    age: table('alarm_age'),
    classA: table('alarm_class_a'),
    classC: table('alarm_class_c'),
    chargePortable: table('alarm_charge_portable').map((x) => x - defaults.alarm_charge_portable),
    chargeHome: table('alarm_charge_home').map((x) => x - defaults.alarm_charge_home),
    contract: table('alarm_contract'),
    crews: table('alarm_crews'),
    publicity: table('alarm_publicity'),
    replace: table('alarm_replace'),
    isTold: isChanged('alarm_publicity'),
  };
}
