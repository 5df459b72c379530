/** Hands a file to the browser to be saved. */
export function saveAs(file: File, page: Document = document): void {
  const link = page.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it after the press
}
