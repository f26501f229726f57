import protobuf from 'protobufjs/light.js'

/** The two messages of the SDK's open-API protocol, with the fields that are used. */
const root = protobuf.Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contenttype: { type: 'string', id: 3 },
        filename: { type: 'string', id: 4 },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
    CommApiData: {
      fields: {
        apiType: { type: 'int32', id: 1 },
        openapiData: { type: 'OpenApiData', id: 2 },
        appid: { type: 'string', id: 6 },
      },
    },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'uint32', id: 4 },
      },
    },
  },
})
const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

interface Pair {
  key: string
  value: Uint8Array
  contenttype?: string
}

/** Decodes the parameters of an open-API call: each value is JSON except media, which stay bytes. */
export function decodeCall(bytes: Buffer): Record<string, unknown> {
  const { openapiData } = Request.toObject(Request.decode(bytes)) as { openapiData?: { pairs?: Pair[] } }
  return Object.fromEntries(
    (openapiData?.pairs ?? []).map(({ key, value, contenttype }) => [
      key,
      contenttype ? Buffer.from(value) : (JSON.parse(Buffer.from(value).toString('utf8')) as unknown),
    ]),
  )
}

export function encodeReply(contentType: string, respData: Buffer): Buffer {
  return Buffer.from(Response.encode(Response.create({ contentType, respData, httpCode: 200 })).finish())
}
