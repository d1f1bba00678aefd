// What the API takes of one photo. Cameras make more.
const MOST_BYTES = 5_000_000;
const LONGEST_SIDE = 2560;
const QUALITY = 0.88;

/** The photo, smaller if it is too large to be sent. What cannot be read is left to the API's answer. */
export async function shrink(file: File): Promise<Blob> {
  if (file.size <= MOST_BYTES) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  } catch {
    return file;
  }
}
