/** Forms of English verbs: from what stands in a text to the base form, and from there to the third person. */

/** Base, past and participle where the rules do not give them; the participle only where it is not the past. */
const IRREGULAR = `arise arose arisen|awake awoke awoken|be was been|bear bore born|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|outgrow outgrew outgrown|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proved proven|put put|quit quit|read read|rebuild rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|saw sawed sawn|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|smell smelt|sow sowed sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|split split|spoil spoilt|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|strive strove striven|swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|rewrite rewrote rewritten`;

const bases = new Map<string, string>();
for (const row of IRREGULAR.split('|')) {
  const [base = '', ...forms] = row.split(' ');
  for (const form of forms) if (!bases.has(form)) bases.set(form, base);
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Stems of "-ed" that take no "e" though their ending mostly does, and the other way round. */
const BARE = set(
  'treat retreat defeat heat cheat repeat seat eat beat float coat boat combat format flat belong prolong long hang bang ring wing focus bias waltz quiz canvas gas bus visit limit edit credit exhibit inherit profit merit inhibit prohibit deposit exit inhabit audit recruit suit orbit benefit transit solicit vomit pilot pivot root boot avoid aid raid void load flood appear clear fear near hear bear rear steer cheer pioneer engineer volunteer veer repair air pair stair impair despair chair pour tour honour favour labour harbour devour flavour colour favor honor labor harbor color flavor monitor author sponsor anchor tutor mirror factor tailor gain train contain explain maintain remain obtain retain entertain restrain strain drain stain rain sustain complain constrain chain attain join coin ruin bargain reign mention question abandon condition station commission position reason season poison pardon summon imprison function envision auction petition portion ration sanction vision happen open listen threaten widen strengthen weaken claim proclaim aim reclaim exclaim acclaim maim deem seem redeem custom blossom zoom boom doom loom bloom room dream stream cream roam loan roar soar develop envelop gallop reveal appeal deal heal steal seal conceal sail fail mail trail boil oil soil toil spoil haul foil pool cool fool fuel cruel signal total equal journal rival label model level travel cancel channel counsel pedal medal need seed bleed breed feed proceed exceed succeed shout scout rout debut leap reap heap keep sleep sweep creep weep peak speak leak break soak croak cook look book hook absorb climb ballot spot target market budget blanket pocket ticket rocket bucket comfort quiet diet meet greet fleet',
);
const WITH_E = set(
  'creat recreat procreat unit reunit invit cit excit ignit incit recit expedit complet delet compet deplet obsolet not vot quot promot devot denot constitut execut comput disput institut substitut distribut attribut contribut pollut dilut salut commut prosecut persecut refut rout mut adher interfer persever rever phon telephon postpon condon ston ton clon zon aton hon tun prun commun conven interven scal inhal impal consol schedul rul ridicul welcom tast wast past breath bath cloth sooth loath typ pip wip strip shap escap reshap hop cop scop danc',
);

const ADDS_E =
  /(?:[^aeiou][aeiou]at|[^eo]at|[^aeiou][aiou]t?v|v|c|u|[^z]z|[aeiounlrpw]s|ng|dg|rg|lg|[aeiou]g|[^aeiou]yl|[^aeiou]tr|[bcdfgkptz]l|[^aeo]id|[^eao]ad|[^aeo]od|[^aeiou]ud|[^aeiou]ed|[^aeo]il|[^o]ur|[^a]ir|[^aeo]ar|[^aeo]or|[^aeou]in|[^eo]am|[^a]im|um|[^eo]ak|[^e]ik|[^o]ok|[^aeo]ib|[^aeo]ob|[^o]ut|iz|ys)$/u;

/** Twice the same letter that the ending brought with it: "planned", but not "called". */
const DOUBLED = /([bdgmnprt])\1$/u;
const DOUBLED_L = set(
  'control patrol enrol travel cancel label model signal fuel level rebel compel expel propel excel dispel repel total fulfil marvel quarrel rival equal extol enthral channel counsel',
);

const withoutEd = (stem: string): string => {
  if (/[^aeiou]i$/u.test(stem) && stem.length > 2) return `${stem.slice(0, -1)}y`;
  if (WITH_E.has(stem)) return `${stem}e`;
  if (BARE.has(stem)) return stem;
  if (DOUBLED.test(stem) && !/^(?:add|err|purr|butt|putt)$/u.test(stem)) return stem.slice(0, -1);
  if (stem.endsWith('ll') && DOUBLED_L.has(stem.slice(0, -1))) return stem.slice(0, -1);
  if (stem.endsWith('e')) return `${stem}e`;
  return ADDS_E.test(stem) && !stem.endsWith('ss') ? `${stem}e` : stem;
};

const ODD: Readonly<Record<string, string>> = {
  died: 'die',
  lied: 'lie',
  tied: 'tie',
  dies: 'die',
  lies: 'lie',
  ties: 'tie',
  panicked: 'panic',
  mimicked: 'mimic',
  trafficked: 'traffic',
  owed: 'owe',
  dyed: 'dye',
  eyed: 'eye',
  gassed: 'gas',
  focuses: 'focus',
  aches: 'ache',
  biases: 'bias',
};

/**
 * The base form of a finite past or present verb, or of a participle: "founded" → "found", "flows" → "flow". The
 * tag (Penn: VBD, VBN, VBZ, VBP, VB) says what it is, so that "found" by the tag VBD is "find" and by VB itself.
 */
export const baseOf = (form: string, tag: string): string => {
  const low = form.toLowerCase();
  if (ODD[low] !== undefined) return ODD[low];
  if (tag === 'VBZ') {
    if (low === 'is') return 'be';
    if (low === 'has') return 'have';
    if (/(?:[^aeiou]o|ch|sh|ss|x|zz)es$/u.test(low)) return low.slice(0, -2);
    if (/[^aeiou]ies$/u.test(low)) return `${low.slice(0, -3)}y`;
    return low.replace(/s$/u, '');
  }
  if (tag !== 'VBD' && tag !== 'VBN') return low;
  const irregular = bases.get(low);
  if (irregular !== undefined) return irregular;
  if (low.endsWith('eed')) return low.slice(0, -1);
  return low.endsWith('ed') ? withoutEd(low.slice(0, -2)) : low;
};

/** "flow" → "flows", "carry" → "carries", "are" → "is", "have" → "has", "were" → "was". */
export const thirdPersonOf = (form: string): string => {
  const low = form.toLowerCase();
  if (low === 'are' || low === 'am' || low === 'be') return 'is';
  if (low === 'were') return 'was';
  if (low === 'have') return 'has';
  if (low === 'do') return 'does';
  if (low === 'go') return 'goes';
  if (/(?:ch|sh|ss|x|zz|[^aeiou]o)$/u.test(low)) return `${low}es`;
  return /[^aeiou]y$/u.test(low) ? `${low.slice(0, -1)}ies` : `${low}s`;
};
