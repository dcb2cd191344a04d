/** Units of measure that English prose puts behind a number, written out or as a symbol. */

const LENGTHS =
  'kilometres? kilometers? km metres? meters? centimetres? centimeters? cm millimetres? millimeters? mm micrometres? micrometers? nanometres? nanometers? nm miles? feet foot ft inch(?:es)? yards? fathoms leagues light[-\\s]years? astronomical\\sunits m';
const AREAS =
  '(?:square|sq\\.?)\\s(?:kilometres?|kilometers?|km|miles?|feet|foot|ft|metres?|meters?|yards|inches) km² km2 m² m2 sq\\smi acres? hectares? ha';
const VOLUMES =
  'cubic\\s(?:metres?|meters?|feet|kilometres|kilometers|centimetres|centimeters|inches|miles) m³ m3 litres? liters? millilitres milliliters ml gallons? barrels? pints? bushels?';
const WEIGHTS =
  'kilograms? kilogrammes kg grams? grammes milligrams mg micrograms tonnes? metric\\stons? tons? pounds? lbs? ounces? oz carats';
const POWERS =
  'megawatts? gigawatts? terawatts kilowatts? watts? MW GW TW kW kWh MWh GWh TWh kilowatt[-\\s]hours megawatt[-\\s]hours horsepower hp volts? kV amperes? amps? hertz Hz kHz MHz GHz joules? kilojoules? megajoules kilocalories calories kcal decibels dB pascals? bars? psi megabytes gigabytes terabytes MB GB TB megapixels megatons? kilotons?';
const SPEEDS =
  'miles\\s(?:per|an)\\shour mph kilometres\\s(?:per|an)\\shour kilometers\\s(?:per|an)\\shour km/h kph m/s metres\\sper\\ssecond meters\\sper\\ssecond knots?';
const HEATS =
  '°\\s?C °\\s?F °C °F degrees\\sCelsius degrees\\sFahrenheit degrees\\scentigrade degrees? kelvins? K';
const TIMES =
  'years months weeks days hours minutes seconds milliseconds decades centuries millennia generations';

const sourceOf = (units: string): string[] => units.split(' ');

/** Longer ones first, so that "square miles" is not read as "square". */
export const MEASURE_UNIT = [SPEEDS, AREAS, VOLUMES, HEATS, POWERS, WEIGHTS, LENGTHS]
  .flatMap(sourceOf)
  .sort((a, b) => b.length - a.length)
  .join('|');

export const DURATION_UNIT = sourceOf(TIMES).join('|');
