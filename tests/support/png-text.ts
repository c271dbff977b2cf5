/** A picture with a text beside it, as drawing programs keep a diagram in one. */
export function pngWith(type: 'tEXt' | 'zTXt', keyword: string, content: Buffer): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
  }
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const text = Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), ...(type === 'zTXt' ? [Buffer.from([0])] : []), content])
  return Buffer.concat([head, chunk('IHDR', Buffer.alloc(13)), chunk(type, text), chunk('IEND', Buffer.alloc(0))])
}
