/**
 * The elements of QTI 2.1 that our packages use, with all that the IMS "Assessment Test, Section and Item Information
 * Model" (2.1 Final) and the content packaging of its Integration Guide say of their attributes, order and number; then
 * what no grammar says: what refers to what.
 */
import { allOf, breaches, treeOf, type ElementRule, type XmlNode } from './xml-rules';

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const PACKAGE = 'http://www.imsglobal.org/xsd/imscp_v1p1';

const ANY = /^[^\n\r\t]*$/u;
const SOME = /^[^\n\r\t]*\S[^\n\r\t]*$/u;
const WORDS = /[\s\S]*/u;
const ID = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const BOOLEAN = /^(true|false)$/u;
const COUNT = /^\d+$/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/iu;
const TOLERANCE = /^\d+(\.\d+)?(e[+-]?\d+)?( \d+(\.\d+)?(e[+-]?\d+)?)?$/iu;
const NOTHING = /^$/u;
const SHOW = /^(show|hide)$/u;
const CARDINALITY = /^(single|multiple|ordered|record)$/u;
const TYPE =
  /^(identifier|boolean|integer|float|string|point|pair|directedPair|duration|file|uri|intOrIdentifier)$/u;

const EXPRESSION = '(variable|correct|mapResponse|baseValue|match|equal) ';
const RULES_OF_RESPONSE = '((responseCondition|setOutcomeValue) )*';
const INLINE = '((feedbackInline|textEntryInteraction) )*';

const ITEM: Readonly<Record<string, ElementRule>> = {
  assessmentItem: {
    required: { identifier: SOME, title: SOME, adaptive: BOOLEAN, timeDependent: BOOLEAN },
    optional: { label: ANY, toolName: ANY, toolVersion: ANY },
    content:
      /^(responseDeclaration )*(outcomeDeclaration )*(itemBody )?(responseProcessing )?(modalFeedback )*$/u,
  },
  responseDeclaration: {
    required: { identifier: ID, cardinality: CARDINALITY },
    optional: { baseType: TYPE },
    content: /^(defaultValue )?(correctResponse )?(mapping )?$/u,
  },
  outcomeDeclaration: {
    required: { identifier: ID, cardinality: CARDINALITY },
    optional: { baseType: TYPE, interpretation: ANY, normalMaximum: NUMBER, normalMinimum: NUMBER },
    content: /^(defaultValue )?$/u,
  },
  correctResponse: { content: /^(value )+$/u },
  defaultValue: { content: /^(value )+$/u },
  value: { content: NOTHING, text: WORDS },
  mapping: {
    optional: { lowerBound: NUMBER, upperBound: NUMBER, defaultValue: NUMBER },
    content: /^(mapEntry )+$/u,
  },
  mapEntry: {
    required: { mapKey: SOME, mappedValue: NUMBER },
    optional: { caseSensitive: BOOLEAN },
    content: NOTHING,
  },
  itemBody: { content: /^((p|choiceInteraction|orderInteraction|matchInteraction) )*$/u },
  p: { content: new RegExp(`^${INLINE}$`, 'u'), text: WORDS },
  choiceInteraction: {
    required: { responseIdentifier: ID, shuffle: BOOLEAN, maxChoices: COUNT },
    optional: { minChoices: COUNT },
    content: /^(prompt )?(simpleChoice )+$/u,
  },
  orderInteraction: {
    required: { responseIdentifier: ID, shuffle: BOOLEAN },
    optional: { minChoices: COUNT, maxChoices: COUNT, orientation: /^(horizontal|vertical)$/u },
    content: /^(prompt )?(simpleChoice )+$/u,
  },
  matchInteraction: {
    required: { responseIdentifier: ID, shuffle: BOOLEAN, maxAssociations: COUNT },
    optional: { minAssociations: COUNT },
    content: /^(prompt )?(simpleMatchSet ){2}$/u,
  },
  simpleMatchSet: { content: /^(simpleAssociableChoice )*$/u },
  simpleAssociableChoice: {
    required: { identifier: ID, matchMax: COUNT },
    optional: { fixed: BOOLEAN, matchMin: COUNT },
    content: NOTHING,
    text: WORDS,
  },
  simpleChoice: {
    required: { identifier: ID },
    optional: { fixed: BOOLEAN },
    content: /^(feedbackInline )*$/u,
    text: WORDS,
  },
  feedbackInline: {
    required: { outcomeIdentifier: ID, identifier: ID, showHide: SHOW },
    content: NOTHING,
    text: WORDS,
  },
  textEntryInteraction: {
    required: { responseIdentifier: ID },
    optional: { expectedLength: COUNT },
    content: NOTHING,
  },
  responseProcessing: { content: new RegExp(`^${RULES_OF_RESPONSE}$`, 'u') },
  setOutcomeValue: { required: { identifier: ID }, content: new RegExp(`^${EXPRESSION}$`, 'u') },
  responseCondition: { content: /^responseIf (responseElseIf )*(responseElse )?$/u },
  responseIf: { content: new RegExp(`^${EXPRESSION}${RULES_OF_RESPONSE}$`, 'u') },
  responseElse: { content: new RegExp(`^${RULES_OF_RESPONSE}$`, 'u') },
  match: { content: new RegExp(`^(${EXPRESSION}){2}$`, 'u') },
  equal: {
    required: { toleranceMode: /^(exact|absolute|relative)$/u },
    optional: { tolerance: TOLERANCE, includeLowerBound: BOOLEAN, includeUpperBound: BOOLEAN },
    content: new RegExp(`^(${EXPRESSION}){2}$`, 'u'),
  },
  variable: { required: { identifier: ID }, content: NOTHING },
  correct: { required: { identifier: ID }, content: NOTHING },
  mapResponse: { required: { identifier: ID }, content: NOTHING },
  baseValue: { required: { baseType: TYPE }, content: NOTHING, text: SOME },
  modalFeedback: {
    required: { outcomeIdentifier: ID, identifier: ID, showHide: SHOW },
    optional: { title: ANY },
    content: NOTHING,
    text: WORDS,
  },
};

const TEST: Readonly<Record<string, ElementRule>> = {
  assessmentTest: { required: { identifier: SOME, title: SOME }, content: /^(testPart )+$/u },
  testPart: {
    required: {
      identifier: ID,
      navigationMode: /^(linear|nonlinear)$/u,
      submissionMode: /^(individual|simultaneous)$/u,
    },
    content: /^(assessmentSection )+$/u,
  },
  assessmentSection: {
    required: { identifier: ID, title: SOME, visible: BOOLEAN },
    optional: { required: BOOLEAN, fixed: BOOLEAN, keepTogether: BOOLEAN },
    content: /^((assessmentSection|assessmentItemRef) )*$/u,
  },
  assessmentItemRef: { required: { identifier: ID, href: SOME }, content: NOTHING },
};

const MANIFEST: Readonly<Record<string, ElementRule>> = {
  manifest: { required: { identifier: ID }, content: /^metadata organizations resources $/u },
  metadata: { content: /^schema schemaversion $/u },
  schema: { content: NOTHING, text: /^QTIv2\.1 Package$/u },
  schemaversion: { content: NOTHING, text: /^1\.0\.0$/u },
  organizations: { content: NOTHING },
  resources: { content: /^(resource )*$/u },
  resource: {
    required: { identifier: ID, type: /^imsqti_(item|test)_xmlv2p1$/u },
    optional: { href: SOME },
    content: /^(file )*(dependency )*$/u,
  },
  file: { required: { href: SOME }, content: NOTHING },
  dependency: { required: { identifierref: ID }, content: NOTHING },
};

const attributes = (nodes: readonly XmlNode[], name: string): string[] =>
  nodes.map((node) => node.attributes[name] ?? '');
const doubled = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);
const namespace = (root: XmlNode, wanted: string): string[] =>
  root.attributes.xmlns === wanted ? [] : [`/${root.name}: not in ${wanted}`];

type Declared = { readonly cardinality: string; readonly baseType: string };

/** What each interaction takes for an answer. */
const TAKES: Readonly<Record<string, { readonly cardinality: RegExp; readonly baseType: RegExp }>> = {
  choiceInteraction: { cardinality: /^(single|multiple)$/u, baseType: /^identifier$/u },
  orderInteraction: { cardinality: /^ordered$/u, baseType: /^identifier$/u },
  matchInteraction: { cardinality: /^(single|multiple)$/u, baseType: /^directedPair$/u },
  textEntryInteraction: { cardinality: /^single$/u, baseType: /^(string|integer|float)$/u },
};

/** What an expression gives, as `cardinality baseType`; `null` where it is not told. */
const given = (expression: XmlNode, declared: ReadonlyMap<string, Declared>): string | null => {
  if (expression.name === 'baseValue') return `single ${expression.attributes.baseType ?? ''}`;
  if (expression.name === 'mapResponse') return 'single float';
  const found = declared.get(expression.attributes.identifier ?? '');
  return found === undefined ? null : `${found.cardinality} ${found.baseType}`;
};

/** Keys of an answer that are no choice of the interaction; of a pair, the first stands on the left. */
const strangeKeys = (interaction: XmlNode, keys: readonly string[]): string[] => {
  if (interaction.name === 'textEntryInteraction') return [];
  const sets = allOf(interaction, 'simpleMatchSet').map((set) =>
    attributes(allOf(set, 'simpleAssociableChoice'), 'identifier'),
  );
  const choices = attributes(allOf(interaction, 'simpleChoice'), 'identifier');
  return keys.filter((key) => {
    if (interaction.name !== 'matchInteraction') return !choices.includes(key);
    const [left = '', right = '', ...more] = key.split(' ');
    return more.length > 0 || sets[0]?.includes(left) !== true || sets[1]?.includes(right) !== true;
  });
};

/** What is wrong with the response to an interaction. */
const strangeResponse = (interaction: XmlNode, responses: readonly XmlNode[]): string[] => {
  const name = interaction.attributes.responseIdentifier ?? '';
  const response = responses.find(({ attributes: { identifier } }) => identifier === name);
  if (response === undefined) return [`a response to ${name}, which is not declared`];
  const takes = TAKES[interaction.name];
  const { cardinality = '', baseType = '' } = response.attributes;
  const right = allOf(response, 'value').map(({ text }) => text);
  const most = interaction.attributes.maxChoices;
  const isOne = cardinality === 'single';
  return [
    ...(takes?.cardinality.test(cardinality) === true && takes.baseType.test(baseType)
      ? []
      : [`${interaction.name} takes no ${cardinality} ${baseType}`]),
    ...(right.length === 0 || (isOne && right.length > 1) ? [`${right.length} are right`] : []),
    ...(isOne && most === '0' ? ['several may be chosen, and one is taken'] : []),
    ...strangeKeys(interaction, [...right, ...attributes(allOf(response, 'mapEntry'), 'mapKey')]),
    ...doubled(attributes(allOf(response, 'mapEntry'), 'mapKey')),
    ...(baseType === 'float' ? right.filter((value) => !NUMBER.test(value)) : []),
  ];
};

/** What in an item refers to something that is not there, or is of another type. */
const loose = (item: XmlNode): string[] => {
  const responses = allOf(item, 'responseDeclaration');
  const outcomes = allOf(item, 'outcomeDeclaration');
  const declared = new Map(
    [...responses, ...outcomes].map(
      ({ attributes: { identifier = '', cardinality = '', baseType = '' } }) => [
        identifier,
        { cardinality, baseType },
      ],
    ),
  );
  const isResponse = new Set(attributes(responses, 'identifier'));
  const isOutcome = new Set(attributes(outcomes, 'identifier'));
  const choices = [...allOf(item, 'simpleChoice'), ...allOf(item, 'simpleAssociableChoice')];
  const interactions = Object.keys(TAKES).flatMap((name) => allOf(item, name));
  const feedback = [...allOf(item, 'feedbackInline'), ...allOf(item, 'modalFeedback')];
  return [
    ...doubled(attributes([...responses, ...outcomes], 'identifier')).map((name) => `two are called ${name}`),
    ...doubled(attributes(choices, 'identifier')).map((name) => `two choices are ${name}`),
    ...(interactions.length === 1 ? [] : [`${interactions.length} interactions`]),
    ...interactions.flatMap((interaction) => strangeResponse(interaction, responses)),
    ...feedback.flatMap(({ attributes: { outcomeIdentifier = '' } }) =>
      isOutcome.has(outcomeIdentifier) && declared.get(outcomeIdentifier)?.baseType === 'identifier'
        ? []
        : [`a word on ${outcomeIdentifier}`],
    ),
    ...allOf(item, 'setOutcomeValue').flatMap(({ attributes: { identifier = '' }, children: [value] }) => {
      const { cardinality = '', baseType = '' } = declared.get(identifier) ?? {};
      const fits = value !== undefined && given(value, declared) === `${cardinality} ${baseType}`;
      return isOutcome.has(identifier) && fits ? [] : [`${identifier} is set to something else`];
    }),
    ...['variable', 'correct', 'mapResponse'].flatMap((name) =>
      attributes(allOf(item, name), 'identifier').filter((identifier) => !isResponse.has(identifier)),
    ),
    ...allOf(item, 'mapResponse').flatMap(({ attributes: { identifier } }) =>
      responses.some(
        (node) => node.attributes.identifier === identifier && allOf(node, 'mapping').length === 1,
      )
        ? []
        : [`${identifier ?? ''} has no mapping`],
    ),
  ];
};

/** Everything in a package of files, by their names, that QTI 2.1 does not allow. */
export const qtiBreaches = (files: ReadonlyMap<string, string>): string[] => {
  const rootOf = (name: string): XmlNode => {
    const xml = files.get(name);
    if (xml === undefined) throw new Error(`${name} is not in the package`);
    return treeOf(xml);
  };
  const manifest = rootOf('imsmanifest.xml');
  const resources = allOf(manifest, 'resource');
  const ids = attributes(resources, 'identifier');
  const told = attributes(allOf(manifest, 'file'), 'href');
  const there = [...files.keys()].filter((name) => name !== 'imsmanifest.xml');
  const test = rootOf('test.xml');
  const names = ['assessmentTest', 'testPart', 'assessmentSection', 'assessmentItemRef'];
  const items = attributes(allOf(test, 'assessmentItemRef'), 'href');
  return [
    ...namespace(manifest, PACKAGE),
    ...breaches(manifest, MANIFEST),
    ...doubled(ids).map((name) => `two resources ${name}`),
    ...told.filter((name) => !files.has(name)).map((name) => `${name} is told of and not there`),
    ...there.filter((name) => !told.includes(name)).map((name) => `${name} is there and not told of`),
    ...resources.flatMap((node) =>
      attributes(allOf(node, 'file'), 'href').includes(node.attributes.href ?? '')
        ? []
        : ['a resource without its file'],
    ),
    ...attributes(allOf(manifest, 'dependency'), 'identifierref').filter((name) => !ids.includes(name)),
    ...namespace(test, QTI),
    ...breaches(test, TEST),
    ...doubled(names.flatMap((name) => attributes(allOf(test, name), 'identifier'))),
    ...items.filter((name) => !files.has(name)),
    ...there
      .filter((name) => name !== 'test.xml')
      .flatMap((name) => {
        const item = rootOf(name);
        const found = [...namespace(item, QTI), ...breaches(item, ITEM), ...loose(item)];
        return [...(items.includes(name) ? [] : ['the test does not ask it']), ...found].map(
          (breach) => `${name}: ${breach}`,
        );
      }),
  ];
};
