// The JavaScript chain in a worker of its own, as the program's workers are: first it is told what the
// chain is given, then, as often as it is asked, it runs the lever's move to and fro in some draws.
import { MEASURES, alarmChain } from './alarm.mjs';
import { compared } from './check.mjs';
import { lowered, policyOf } from './inputs.mjs';

let run;
let policies;
let out;

globalThis.addEventListener('message', ({ data }) => {
  if (data.handed) {
    const handed = JSON.parse(data.handed);
    run = alarmChain(lowered(handed));
    policies = handed.policies.slice(0, 2).map(policyOf);
    out = new Float64Array(MEASURES.length * (handed.n_months / 12) * handed.n_draws);
    postMessage(compared(handed, run));
  } else {
    for (const policy of policies) run(policy, out, 0, data.nDraws);
    postMessage(null);
  }
});
