// Made-up names of companies in several languages, each once.

/** A company as it is publicly known. */
export interface Company {
  readonly name: string;
  /** First label of its onmicrosoft.com domain. */
  readonly domain: string;
  /** Of its billing profile. */
  readonly culture: string;
}

interface Country {
  /** How many of a hundred companies are of it. */
  readonly share: number;
  readonly culture: string;
  readonly stems: readonly string[];
  readonly trades: readonly string[];
  readonly towns: readonly string[];
  readonly form: string;
}

const words = (text: string) => text.split(' ');

const countries: readonly Country[] = [
  {
    share: 34,
    culture: 'en-GB',
    stems: words(
      'Alder Bramble Calder Dovecote Elmfield Fernhill Gorse Harrow Ivybridge Juniper Kestrel Larkfield Marlow Netherby Oakham Penrose Quarry Ravensden Saltmarsh Thornbury Ullswater Vale Whitby Yarrow',
    ),
    trades: words(
      'Bakeries Books Boatyards Ceramics Dental Engineering Foods Freight Gardens Legal Lighting Motors Optical Paper Schools Textiles Tools Vets',
    ),
    towns: words('Bath Derby Exeter Leeds Perth Truro York'),
    form: 'Ltd',
  },
  {
    share: 27,
    culture: 'de-DE',
    stems: words(
      'Ahrens Birkner Chlodwig Dörfler Eßlinger Färber Gößmann Hübscher Imhoff Jäger Krögel Lüders Möhring Nießen Oßwald Pfützner Quandel Rüter Schönweiß Tümmers Uhlenbrock Vößing Weißgerber Zöllick',
    ),
    trades: words(
      'Apotheken Bau Brauhaus Dachtechnik Elektro Feinkost Fuhrpark Gartenbau Holzwerk Kältetechnik Logistik Maschinenbau Möbelhaus Optik Pflegedienst Spedition Steuerbüro Weingut',
    ),
    towns: words('Aachen Bremen Fürth Görlitz Köln Linz Zürich'),
    form: 'GmbH',
  },
  {
    share: 14,
    culture: 'fr-FR',
    stems: words(
      'Aubépine Beauséjour Châtaigne Delorme Églantine Fougère Garrigue Hêtraie Iroise Jonquille Lavoisière Mistral Noisetier Orée Prévost Rivière Sèvremont Tilleul Valmonté Yvoire',
    ),
    trades: words(
      'Assurances Bâtiment Chocolats Conseil École Fleurs Horlogerie Imprimerie Librairie Menuiserie Notaires Optique Pâtisserie Transports Vignobles',
    ),
    towns: words('Annecy Besançon Dijon Lille Nîmes Orléans'),
    form: 'SARL',
  },
  {
    share: 12,
    culture: 'es-ES',
    stems: words(
      'Alcázar Buñuelos Castaño Dueñas Encina Fontán Girasol Higuera Íbero Jazmín Laurel Mañanas Nogal Olivar Peñalba Quejigo Roble Señorío Tomillo Ybarzo',
    ),
    trades: words(
      'Abogados Aceites Bodegas Cerámica Clínica Construcción Energía Fábrica Hostelería Jardín Logística Mudanzas Pinturas Seguros Viajes',
    ),
    towns: words('Bilbao Cádiz Gijón León Málaga Vigo'),
    form: 'S.L.',
  },
  {
    share: 7,
    culture: 'pl-PL',
    stems: words(
      'Brzezina Cyprys Dąbrowa Grzęda Jałowiec Kłos Leśnica Łąka Modrzew Olszyna Piołun Świerk Wiśniowa Źródło Żubr',
    ),
    trades: words(
      'Apteka Budowa Drukarnia Hurtownia Kancelaria Meble Młyn Ogrody Piekarnia Stolarnia Szkoła Transport',
    ),
    towns: words('Gdańsk Kraków Łódź Poznań Wrocław'),
    form: 'sp. z o.o.',
  },
  {
    share: 6,
    culture: 'sv-SE',
    stems: words(
      'Ängslyckan Björkvik Dalgård Ekbacken Fågelsång Granåsen Hjortsjö Källtorp Lövhult Måsviken Norrskog Ödegården Rönnäs Sörby Tallåsen',
    ),
    trades: words('Bageri Bygg Båtvarv Elteknik Fisk Glas Juridik Kök Möbler Optik Skola Trä'),
    towns: words('Borås Gävle Malmö Umeå Växjö'),
    form: 'AB',
  },
];

// One entry for each of a hundred, spread so that neighbours are of different countries.
const ofHundred: readonly Country[] = (() => {
  const inOrder = countries.flatMap((country) => Array.from({ length: country.share }, () => country));
  return inOrder.flatMap((_, index) => inOrder[(index * 37) % inOrder.length] ?? []);
})();

/** The n-th company, counted from 0; always the same, and none has another's name or domain. */
export function company(n: number): Company {
  const country = ofHundred[n % ofHundred.length] ?? countries[0];
  if (!country) throw new Error('There are no countries.');
  // Its number among those of its country.
  const before = ofHundred.slice(0, n % ofHundred.length).filter((each) => each === country).length;
  const k = Math.floor(n / ofHundred.length) * country.share + before;
  const { stems, trades, towns, form, culture } = country;
  const round = Math.floor(k / stems.length);
  const stem = stems[k % stems.length];
  const trade = trades[(round + (k % stems.length) * 5) % trades.length];
  const place = placeOf(Math.floor(round / trades.length), towns);
  const name = [stem, trade, ...place].join(' ');
  return { name: `${name} ${form}`, domain: domainLabel(name), culture };
}

// Few companies of one name: the first has no town in it, and past the towns they're numbered.
function placeOf(turn: number, towns: readonly string[]): readonly string[] {
  if (turn === 0) return [];
  const town = towns[(turn - 1) % towns.length] ?? '';
  const again = Math.floor((turn - 1) / towns.length);
  return again === 0 ? [town] : [town, String(again + 1)];
}

const unmarked: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l' };

function domainLabel(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[ßł]/g, (letter) => unmarked[letter] ?? '');
  return plain.replaceAll(/[^a-z0-9]/g, '');
}
