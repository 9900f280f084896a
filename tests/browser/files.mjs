// Files made for tests: a large city, many columns, a zip that unpacks to more than memory holds; and
// files that the page has made, read.
import { deflateRawSync, inflateRawSync } from 'node:zlib';

// A city of so many areas, as names and texts of files: people by age and sex, centres with their
// posts, and a few figures of the city.
export function largeCity(nAreas) {
  const ages = Array.from({ length: 18 }, (_, at) => `${at * 5}〜${at * 5 + 4}歳`);
  let people = `令和2年10月1日現在\n圏域,性別,${ages.join(',')},90歳以上\n`;
  let centres = '令和2年度\n圏域,センター名,定数,現員\n';
  for (let area = 1; area <= nAreas; area += 1) {
    for (const [sex, base] of [['男', 90], ['女', 100]]) {
      const counts = Array.from({ length: 19 }, (_, age) => base + (area % 7) + age);
      people += `第${area}圏域,${sex},${counts.join(',')}\n`;
    }
    centres += `第${area}圏域,第${area}地域包括支援センター,6,${4 + (area % 3)}\n`;
  }
  const figures = '指標,令和元年度,令和2年度\n携帯型,700,900\n自宅設置型,900,800\nひとり暮らし高齢者,40000,42000\n'
    + '地域ケア会議,1200,1100\n認知度,44,45\n';
  return [['人口.csv', people], ['センター.csv', centres], ['実績.csv', figures]];
}

// Wards with every single age of men, women and both: 304 columns.
export function everyAge() {
  const ages = Array.from({ length: 101 }, (_, age) => (age < 100 ? `${age}歳` : '100歳以上'));
  const three = (words) => words.flatMap((word) => [word, '', '']).join(',');
  const wards = ['川崎区', '幸区', '中原区', '高津区', '宮前区', '多摩区', '麻生区'];
  const rows = wards.map((ward, at) => `${ward},${ages.map(() => `${40 + at},${50 + at},${90 + 2 * at}`).join(',')}`);
  const sexes = ages.map(() => '男,女,計').join(',');
  return `令和2年10月1日現在の人口\n区,${three(ages)}\n,${sexes}\n${rows.join('\n')}\n`;
}

// A workbook whose sheet unpacks to so many megabytes of nothing.
export function zipBomb(megabytes) {
  const kind = 'http://schemas.openxmlformats.org';
  const office = `${kind}/officeDocument/2006/relationships`;
  const part = (name, text) => ({ name, data: Buffer.from(text) });
  return zipped([
    part('xl/workbook.xml', `<workbook xmlns:r="${office}"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(megabytes << 20, 0x20) },
  ]);
}

// Without checksums, which no reader needs to find a part.
function zipped(parts) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const { name, data } of parts) {
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, place, Buffer.from(name));
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

// The rows of a text file for spreadsheets; cells with commas or quotes in them too.
export function csvRows(bytes) {
  const text = bytes.toString().replace(/^\uFEFF/, '');
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

// A workbook's sheets by name, each as rows of cells: numbers as numbers, and nothing as null.
export function bookSheets(bytes) {
  const parts = unzipped(bytes);
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const names = [...parts['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name));
  return Object.fromEntries(names.map((name, at) => {
    const rows = [...parts[`xl/worksheets/sheet${at + 1}.xml`].matchAll(/<row [^>]*>(.*?)<\/row>/gs)];
    return [name, rows.map(([, row]) => {
      const cells = [];
      for (const [, letters, body] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const number = body.match(/<v>(.*?)<\/v>/);
        cells[column] = number ? Number(number[1]) : plain(body.match(/<t[^>]*>(.*?)<\/t>/s)[1]);
      }
      return Array.from(cells, (cell) => cell ?? null);
    })];
  }));
}

// The parts of a zip as text, by its directory.
function unzipped(bytes) {
  const parts = {};
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
    const head = bytes.readUInt32LE(at + 42);
    const body = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    parts[name] = inflateRawSync(bytes.subarray(body, body + packed)).toString();
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
