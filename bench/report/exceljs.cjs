// The peer of the Excel report: exceljs' streaming writer, the same rows as a table sheet, a count for each month and language.
// node exceljs.cjs ORDER.json OUT.xlsx
const fs = require("node:fs");
const ExcelJS = require("exceljs");

async function main([orderPath, outPath]) {
  const { pocs } = JSON.parse(fs.readFileSync(orderPath, "utf8"));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: outPath, useStyles: true, useSharedStrings: false });
  count(book, "By month", pocs, (poc) => poc.createdAt.slice(0, 7));
  count(book, "By language", pocs, (poc) => poc.language);
  const sheet = book.addWorksheet("POCs", { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  const heads = ["Name", "Description", "Language", "Tags", "Frameworks", "Created", "Updated", "Public", "Favorite", "Repository", "Id"];
  sheet.columns = heads.map((header) => ({ header, width: 20 }));
  sheet.autoFilter = "A1:K1";
  for (const poc of pocs) {
    const row = sheet.addRow([poc.name, poc.description, poc.language, poc.tags.join(", "), poc.frameworks.join(", "), new Date(poc.createdAt), new Date(poc.updatedAt),
      poc.isPublic ? "yes" : "no", poc.isFavorite ? "yes" : "no", { formula: `HYPERLINK("${poc.repositoryUrl}")`, result: poc.repositoryUrl }, poc.pocId]);
    row.getCell(6).numFmt = row.getCell(7).numFmt = "yyyy-mm-dd hh:mm";
    row.commit();
  }
  sheet.commit();
  await book.commit();
}

function count(book, name, pocs, key) {
  const sheet = book.addWorksheet(name);
  const counts = new Map();
  for (const poc of pocs) counts.set(key(poc), (counts.get(key(poc)) ?? 0) + 1);
  for (const entry of counts) sheet.addRow(entry).commit();
  sheet.commit();
}

main(process.argv.slice(2));
