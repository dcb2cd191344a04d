/**
 * Units that measure the same thing, so that 330 m is 0.33 km. By the names that `readAnswer` brings them to: lower
 * case, no full stop, "km/h" as two words. Left out is what has two meanings (ton, pound, the calorie of food), what
 * only a capital tells apart (mW, MW), and what is no multiple of another (degrees).
 */

/** Names by how much of the first unit of their line one of them is. Exact by definition of the units. */
const MEASURES: readonly (readonly (readonly [factor: number, names: string])[])[] = [
  [
    [1, 'm,metre,metres,meter,meters'],
    [1000, 'km,kilometre,kilometres,kilometer,kilometers'],
    [0.01, 'cm,centimetre,centimetres,centimeter,centimeters'],
    [0.001, 'mm,millimetre,millimetres,millimeter,millimeters'],
    [1e-6, 'μm,micrometre,micrometres,micrometer,micrometers'],
    [1e-9, 'nm,nanometre,nanometres,nanometer,nanometers'],
    [0.0254, 'inch,inches'],
    [0.3048, 'ft,foot,feet'],
    [0.9144, 'yd,yard,yards'],
    [1609.344, 'mi,mile,miles'],
  ],
  [
    [1, 'kg,kilogram,kilograms,kilogramme,kilogrammes'],
    [0.001, 'g,gram,grams,gramme,grammes'],
    [1e-6, 'milligram,milligrams'],
    [1000, 'tonne,tonnes'],
  ],
  [
    [1, 's,sec,second,seconds'],
    [0.001, 'ms,millisecond,milliseconds'],
    [60, 'min,minute,minutes'],
    [3600, 'h,hr,hour,hours'],
    [86_400, 'day,days'],
    [604_800, 'week,weeks'],
  ],
  [
    [1, 'year,years,yr,yrs'],
    [10, 'decade,decades'],
    [100, 'century,centuries'],
  ],
  [
    [1, 'm 2,m ^ 2,square metre,square metres,square meter,square meters,sq m'],
    [10_000, 'ha,hectare,hectares'],
    [1e6, 'km 2,km ^ 2,square kilometre,square kilometres,square kilometer,square kilometers,sq km'],
    [2_589_988.110336, 'square mile,square miles,sq mi'],
  ],
  [
    [1, 'l,litre,litres,liter,liters'],
    [0.001, 'ml,millilitre,millilitres,milliliter,milliliters'],
    [0.01, 'cl,centilitre,centilitres,centiliter,centiliters'],
    [1000, 'm 3,m ^ 3,cubic metre,cubic metres,cubic meter,cubic meters'],
  ],
  [
    [1, 'm s,metres per second,meters per second'],
    [1 / 3.6, 'km h,kmh,kph,kilometres per hour,kilometers per hour,kilometres an hour,kilometers an hour'],
    [0.44704, 'mph,miles per hour,miles an hour'],
  ],
];

/** What a unit measures, and how much of that measure's first unit it is. */
export type Measure = { readonly of: number; readonly factor: number };

const BY_NAME = new Map(
  MEASURES.flatMap((units, of) =>
    units.flatMap(([factor, names]) =>
      names.split(',').map((name): [string, Measure] => [name, { of, factor }]),
    ),
  ),
);

/** @returns `null` for a unit that stands for itself alone. */
export const measureOf = (unit: string): Measure | null => BY_NAME.get(unit) ?? null;
