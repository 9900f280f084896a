// The chain of the alarm devices (src/model/alarm) written by hand in plain JavaScript: the yardstick
// for «more draws a second than a JavaScript version of the same model». The same equations, months,
// areas and whole devices, the same luck by key, the same way of counting; numbers are JavaScript's
// own (f64 and int32), one draw after another, nothing allocated in the loop.
import { Chance, normalQuantile, poisson } from './counts.mjs';
import { N_GROUPS } from './inputs.mjs';
import { bitsOf, drawWord, eventWord, keyOf, sixteenth, uniform } from './luck.mjs';

// What is read each March, in this order.
export const MEASURES = [
  'alarm_portable', 'alarm_home', 'alarm_total', 'alarm_eligible', 'alarm_unmet', 'alarm_waiting',
  'alarm_waiting_long', 'alarm_applications', 'alarm_installs', 'alarm_conversions', 'alarm_exits',
  'alarm_exit_death', 'alarm_exit_facility', 'alarm_exit_move', 'alarm_exit_unwanted',
  'alarm_stockout', 'alarm_calls', 'alarm_dispatches',
];

// Which of an area's numbers of the month decides what, and of the year.
const EXIT_PORTABLE = 0;
const EXIT_HOME = 1;
const APPLY = 2;
const READY = 3;
const CHOOSE = 4;
const CONVERT = 5;
const N_LOTS = 6;
const [DEATH, FACILITY, MOVE, CALL, DISPATCH] = [0, 1, 2, 3, 4];
const STEP = 1 / 65536;

// Sums over the areas.
const [IN_USE, ASKED, WISHED, MOST_PORTABLE, MOST_HOME] = [0, 1, 2, 3, 4];

const AGE_TODAY = 75;
const SEASON = Float64Array.from({ length: 12 }, (_, month) => Math.cos((month - 9) / 6 * Math.PI));

// Makes a function that runs some of the draws under a policy and writes each measure by fiscal year
// and draw to `out`.
export function alarmChain(inputs) {
  const { seed, nDraws, plan, nMonths, nYears, people, nOctobers } = inputs;
  const nAreas = inputs.areaKeys.length;
  const words = (purpose) => {
    const key = keyOf(purpose);
    return Int32Array.from({ length: nMonths * nAreas }, (_, i) =>
      eventWord(inputs.areaKeys[i % nAreas], key, plan + Math.floor(i / nAreas)));
  };
  const monthWords = words('alarm month');
  const yearWords = words('alarm year');
  const driftWords = Int32Array.from({ length: nMonths }, (_, i) =>
    eventWord(inputs.cityKey, keyOf('alarm drift'), plan + i));
  const drawWords = Int32Array.from({ length: nDraws }, (_, draw) => drawWord(seed, draw));

  // The areas of the draw that is run.
  const ints = () => new Int32Array(nAreas);
  const floats = () => new Float64Array(nAreas);
  const [portable, home, waiting, asked, wished] = [ints(), ints(), ints(), ints(), ints()];
  const [applied, appliedBefore, applications, installs, conversions, exits] =
    [ints(), ints(), ints(), ints(), ints(), ints()];
  const [eligible, willing, eligibleStep, willingStep] = [floats(), floats(), floats(), floats()];
  // What publicity made of people's knowledge; what other rules than today's make of the share of home
  // devices, 1 where they are today's.
  const [knowledge, homeFactor, unitMonths] = [floats(), floats(), floats()];
  const all = new Int32Array(5);
  const lots = new Uint16Array(nAreas * N_LOTS);
  const [old, may] = [new Float64Array(4), new Float64Array(3)];
  const [leavePortable, leaveHome, change] = [new Chance(), new Chance(), new Chance()];
  const [ofDeath, ofFacility, ofMove] = [new Chance(), new Chance(), new Chance()];

  return function run(policy, out, from = 0, to = nDraws) {
    for (let draw = from; draw < to; draw += 1) runDraw(draw, policy, out);
  };

  // The order of the lines is the order of events.
  function runDraw(draw, policy, out) {
    begin(draw);
    const word = drawWords[draw];
    const given = inputs.given[draw];
    let homeChoice = 1 - given.portableShare;
    let conversion = given.conversion;
    let drift = 1;
    let contract = 0;
    let inUseLastApril = 0;
    let stockout = 0;
    for (let m = 0; m < nMonths; m += 1) {
      const ofYear = (plan + m) % 12;
      const first = m * nAreas;
      if (ofYear === 0) {
        // Renewed with room to spare for those in use, those waiting, and as many more as last year.
        const inUse = sum(portable) + sum(home);
        const grown = 0 < inUseLastApril ? Math.max(0, inUse - inUseLastApril) : 0;
        const renewed = Math.floor(given.contractSlack * (inUse + sum(waiting) + grown) + 0.5);
        contract = Math.max(contract, renewed);
        inUseLastApril = inUse;
        stockout = 0;
        drift *= Math.exp(normalQuantile(uniform(bitsOf(word, driftWords[m]))) * given.driftSd);
        for (const flow of [applications, installs, conversions, exits, unitMonths]) flow.fill(0);
      }
      homeChoice *= given.homeChoiceFall;
      conversion *= given.conversionFade;
      if (ofYear === 0 || ofYear === 5 || hasNewRules(policy, first)) {
        lookAgain(given, draw, m, policy.age[first], policy.classA[first], policy.classC[first]);
      } else {
        for (let area = 0; area < nAreas; area += 1) {
          eligible[area] += eligibleStep[area];
          willing[area] += willingStep[area];
        }
      }
      setExits(given, policy, first);
      const apply = given.rate * drift * (1 + given.season * SEASON[ofYear])
        * chargeResponse(given, policy, first, homeChoice);
      const calls = inputs.calls[draw * nMonths + m];
      comeAndGo(given, word, policy, first, apply, conversion, homeChoice, calls);

      const possible = inputs.installs[draw * nMonths + m];
      const crews = given.capacity + given.crew * policy.crews[first];
      const capacity = Math.floor(crews * possible + 0.5);
      const freeUnits = Math.max(0, contract + policy.contract[first] - all[IN_USE]);
      const allowed = Math.min(capacity, freeUnits);
      const left = Math.max(0, capacity - Math.min(all[ASKED], allowed));
      if (freeUnits < Math.min(all[ASKED], capacity)) stockout += 1;
      if (allowed < all[ASKED] || left < all[WISHED]) {
        takeBack(word, first, allowed / all[ASKED], left / all[WISHED], homeChoice, calls);
      }
      if (ofYear === 11) closeYear(given, draw, first, stockout, out, Math.floor(m / 12));
    }
  }

  function begin(draw) {
    const at = draw * nAreas;
    for (let area = 0; area < nAreas; area += 1) {
      portable[area] = inputs.portable[at + area];
      home[area] = inputs.home[at + area];
      waiting[area] = inputs.waiting[at + area];
      applied[area] = waiting[area];
      appliedBefore[area] = 0;
      knowledge[area] = 1;
    }
    all[MOST_PORTABLE] = largest(portable);
    all[MOST_HOME] = largest(home);
  }

  function hasNewRules({ age, classA, classC }, first) {
    const before = first - nAreas;
    return age[first] !== age[before] || classA[first] !== classA[before] || classC[first] !== classC[before];
  }

  // What a change of charges does to those who have a device, and to those who might apply.
  function setExits(given, policy, first) {
    const charge = given.charge * given.chargeOnExits;
    const dearer = (by) => 1 + given.unwanted * Math.max(by * charge, -0.8);
    leavePortable.set(given.exitPortable * dearer(policy.chargePortable[first]), all[MOST_PORTABLE]);
    leaveHome.set(given.exitHome * dearer(policy.chargeHome[first]), all[MOST_HOME]);
  }

  function chargeResponse(given, policy, first, homeChoice) {
    const portableShare = given.chargePortable * (1 - homeChoice);
    const change = policy.chargePortable[first] * portableShare + policy.chargeHome[first] * homeChoice;
    const response = 1 - given.chargeOnApplications * given.charge * change;
    return Math.min(Math.max(response, 0.2), 3);
  }

  // The areas' numbers of the month: a loop of its own runs without leaving the registers.
  function castLots(word, first) {
    for (let area = 0, at = 0; area < nAreas; area += 1, at += N_LOTS) {
      const bits = bitsOf(word, monthWords[first + area]);
      lots[at + EXIT_PORTABLE] = sixteenth(bits, EXIT_PORTABLE);
      lots[at + EXIT_HOME] = sixteenth(bits, EXIT_HOME);
      lots[at + APPLY] = sixteenth(bits, APPLY);
      lots[at + READY] = sixteenth(bits, READY);
      lots[at + CHOOSE] = sixteenth(bits, CHOOSE);
      lots[at + CONVERT] = sixteenth(bits, CONVERT);
    }
  }

  // All come and go as if nothing were short.
  function comeAndGo(given, word, policy, first, apply, conversion, homeChoice, calls) {
    const ready = given.ready;
    const mostHome = all[MOST_HOME];
    const { isTold, publicity: told, replace: offers } = policy;
    const quietPortable = leavePortable.quiet;
    const quietHome = leaveHome.quiet;
    const publicity = given.publicity;
    const knowledgeMax = given.knowledgeMax;
    const knowledgeStep = given.knowledgeStep;
    castLots(word, first);
    let offered = NaN;
    let inUse = 0;
    let allAsked = 0;
    let allWished = 0;
    let nextPortable = 0;
    let nextHome = 0;
    for (let area = 0; area < nAreas; area += 1) {
      const at = first + area;
      if (offers[at] !== offered) {
        offered = offers[at];
        const chance = conversion + given.replace * offered * 0.01;
        change.set(Math.min(chance, Math.max(given.conversionMax, conversion)), mostHome);
      }
      let known = knowledge[area];
      if (isTold) {
        const aim = 1 + publicity * (told[at] - 1);
        known += ((aim < knowledgeMax ? aim : knowledgeMax) - known) * knowledgeStep;
        knowledge[area] = known;
      }
      const lot = area * N_LOTS;
      let portableNow = portable[area];
      let homeNow = home[area];
      let drawn = lots[lot + EXIT_PORTABLE];
      if (quietPortable[portableNow] < drawn) {
        const left = leavePortable.count(drawn, portableNow);
        portableNow -= left;
        exits[area] += left;
      }
      drawn = lots[lot + EXIT_HOME];
      if (quietHome[homeNow] < drawn) {
        const left = leaveHome.count(drawn, homeNow);
        homeNow -= left;
        exits[area] += left;
      }
      inUse += portableNow + homeNow;

      let queue = waiting[area];
      const able = willing[area] - (portableNow + homeNow + queue);
      const came = 0 < able ? poisson(lots[lot + APPLY], able * apply * known) : 0;
      appliedBefore[area] = applied[area];
      applied[area] = came;
      applications[area] += came;
      queue += came;

      drawn = lots[lot + CONVERT];
      let changed = 0;
      if (change.quiet[homeNow] < drawn) {
        changed = change.count(drawn, homeNow);
        conversions[area] += changed;
        allWished += changed;
        portableNow += changed;
        homeNow -= changed;
      }
      wished[area] = changed;

      // No branches here: they would be taken at random, and a wrong guess costs more than the sums.
      const put = Math.min((queue * ready + (lots[lot + READY] + 0.5) * STEP) | 0, queue);
      const newHome = homeOf(put, homeChoice * homeFactor[area], lots[lot + CHOOSE]);
      portableNow += put - newHome;
      homeNow += newHome;
      installs[area] += put;
      allAsked += put;
      waiting[area] = queue - put;
      asked[area] = put;
      portable[area] = portableNow;
      home[area] = homeNow;
      unitMonths[area] += (portableNow + homeNow) * calls;
      if (nextPortable < portableNow) nextPortable = portableNow;
      if (nextHome < homeNow) nextHome = homeNow;
    }
    all[IN_USE] = inUse;
    all[ASKED] = allAsked;
    all[WISHED] = allWished;
    all[MOST_PORTABLE] = nextPortable;
    all[MOST_HOME] = nextHome;
  }

  // What is beyond the month's capacity or the contract is taken back in proportion.
  function takeBack(word, first, installShare, convertShare, homeChoice, calls) {
    const ofInstalls = installShare < 1 ? installShare : 1;
    const ofConversions = convertShare < 1 ? convertShare : 1;
    let [askedSum, handed, wishedSum, changed] = [0, 0, 0, 0];
    for (let area = 0; area < nAreas; area += 1) {
      askedSum += asked[area];
      wishedSum += wished[area];
      const put = Math.min(Math.floor(askedSum * ofInstalls + 0.5) - handed, asked[area]);
      const done = Math.min(Math.floor(wishedSum * ofConversions + 0.5) - changed, wished[area]);
      handed += put;
      changed += done;
      const fewer = asked[area] - put;
      const kept = wished[area] - done;
      if (fewer === 0 && kept === 0) continue;
      const drawn = sixteenth(bitsOf(word, monthWords[first + area]), CHOOSE);
      const share = homeChoice * homeFactor[area];
      const fewerHome = homeOf(asked[area], share, drawn) - homeOf(put, share, drawn);
      waiting[area] += fewer;
      portable[area] -= fewer - fewerHome + kept;
      home[area] += kept - fewerHome;
      installs[area] -= fewer;
      conversions[area] -= kept;
      unitMonths[area] -= fewer * calls;
    }
    all[MOST_PORTABLE] = largest(portable);
    all[MOST_HOME] = largest(home);
  }

  // Why people left and how often devices called, drawn once for the year; and what is read.
  function closeYear(given, draw, first, stockout, out, year) {
    const most = largest(exits);
    ofDeath.set(given.death, most);
    ofFacility.set(given.facility, most);
    ofMove.set(given.move, most);
    const [word, callsEach, dispatchesEach] = [drawWords[draw], given.calls, given.dispatches];
    let [died, toFacility, moved, calls, dispatches, may, unmet, long] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let area = 0; area < nAreas; area += 1) {
      const bits = bitsOf(word, yearWords[first + area]);
      const a = ofDeath.count(sixteenth(bits, DEATH), exits[area]);
      const b = ofFacility.count(sixteenth(bits, FACILITY), exits[area] - a);
      died += a;
      toFacility += b;
      moved += ofMove.count(sixteenth(bits, MOVE), exits[area] - a - b);
      calls += poisson(sixteenth(bits, CALL), unitMonths[area] * callsEach);
      dispatches += poisson(sixteenth(bits, DISPATCH), unitMonths[area] * dispatchesEach);
      may += eligible[area];
      unmet += Math.max(0, eligible[area] - portable[area] - home[area]);
      long += Math.max(0, waiting[area] - applied[area] - appliedBefore[area]);
    }
    const [nPortable, nHome, nExits] = [sum(portable), sum(home), sum(exits)];
    const values = [
      nPortable, nHome, nPortable + nHome, may, unmet, sum(waiting), long, sum(applications),
      sum(installs), sum(conversions), nExits, died, toFacility, moved,
      nExits - died - toFacility - moved, stockout, calls, dispatches,
    ];
    for (let i = 0; i < values.length; i += 1) out[(i * nYears + year) * nDraws + draw] = values[i];
  }

  // Eligible people at the end of a month, and what each month adds on the straight line to the next
  // 1 October: sums over groups are taken at both ends of the line.
  function lookAgain(given, draw, m, age, classA, classC) {
    const isToday = age === AGE_TODAY && classA === 1 && classC === 1;
    for (let group = 0; group < 4; group += 1) {
      old[group] = Math.min(Math.max((70 + 5 * group - age) * 0.2, 0), 1);
    }
    const ill = given.chronic * classA;
    const wander = given.wander * classC;
    // The plan starts in April; a month ends one later, and half a year lies before 1 October.
    const since = m + 7;
    const share = (since % 12) / 12;
    const before = (draw * nOctobers + Math.floor(since / 12)) * nAreas * N_GROUPS;
    for (let area = 0; area < nAreas; area += 1) {
      const from = before + area * N_GROUPS;
      const to = from + nAreas * N_GROUPS;
      mayHave(given, from, to, share, ill, wander);
      const heads = may[0];
      const willingHere = may[1];
      const wandering = may[2];
      mayHave(given, from, to, share + 1 / 12, ill, wander);
      eligible[area] = heads;
      willing[area] = willingHere;
      eligibleStep[area] = may[0] - heads;
      willingStep[area] = may[1] - willingHere;
      homeFactor[area] = 1;
      if (!isToday) {
        const today = mayChooseToday(given, from, to, share);
        homeFactor[area] = ratio(ratio(willingHere - wandering, willingHere), today);
      }
    }
  }

  // Who may have a device at a point of the line: all, weighed by how willing they are, and those of
  // them with dementia, who have no choice of type.
  function mayHave(given, from, to, share, ill, wander) {
    const heads = (group) => people[from + group] + (people[to + group] - people[from + group]) * share;
    const a = heads(0);
    const b = heads(1);
    const c = heads(2);
    const d = heads(3);
    const today = c + d + heads(4);
    const now = a * old[0] + b * old[1] + c * old[2] + d * old[3] + heads(4);
    const newly = Math.max(0, now - today);
    const youngerIll = Math.max(0, a + b + today - now) * ill;
    const wandering = heads(5) * wander;
    const willingNewly = newly * (ill + given.takeNew * (1 - ill));
    may[0] = (now + youngerIll) * given.household + wandering;
    may[1] = (Math.min(now, today) + willingNewly + youngerIll) * given.household + wandering;
    may[2] = wandering;
  }

  function mayChooseToday(given, from, to, share) {
    const heads = (group) => people[from + group] + (people[to + group] - people[from + group]) * share;
    const younger = (heads(0) + heads(1)) * given.chronic;
    const either = (younger + heads(2) + heads(3) + heads(4)) * given.household;
    return ratio(either, either + heads(5) * given.wander);
  }

  function sum(values) {
    let total = 0;
    for (let area = 0; area < nAreas; area += 1) total += values[area];
    return total;
  }

  function largest(values) {
    let most = 0;
    for (let area = 0; area < nAreas; area += 1) if (most < values[area]) most = values[area];
    return most;
  }
}

// How many of the new devices are home devices.
function homeOf(n, share, drawn) {
  const found = (n * (share < 1 ? share : 1) + (drawn + 0.5) * STEP) | 0;
  return n < found ? n : found;
}

const ratio = (of, per) => (per === 0 ? 0 : of / per);
