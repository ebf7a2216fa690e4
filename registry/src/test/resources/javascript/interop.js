// Reads a record that our serializer wrote, writes it again with each client, and expects the same bytes.
// Usage: node interop.js <registry url> <topic> <record as hex>
const assert = require('node:assert')
const { SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry')
const confluent = require('@confluentinc/schemaregistry')

const [url, topic, hex] = process.argv.slice(2)
const record = Buffer.from(hex, 'hex')
const subject = `${topic}-value`
const permit = {
  type: 'record',
  name: 'JsPermit',
  namespace: 'a',
  fields: [{ name: 'number', type: 'string', doc: 'Số giấy phép' }],
}

async function kafkajs() {
  const registry = new SchemaRegistry({ host: url })
  const value = await registry.decode(record)
  assert.strictEqual(value.dossierCode, 'H36.25-250701-0001')
  const id = await registry.getLatestSchemaId(subject)
  assert.deepStrictEqual(await registry.encode(id, value), record)

  const schema = { type: SchemaType.AVRO, schema: JSON.stringify(permit) }
  const first = await registry.register(schema, { subject: 'kafkajs-value' })
  const again = await registry.register(schema, { subject: 'kafkajs-value' })
  assert.strictEqual(again.id, first.id)
  assert.strictEqual(await registry.getRegistryIdBySchema('kafkajs-value', schema), first.id)
  const unfit = { type: SchemaType.AVRO, schema: JSON.stringify({ ...permit, fields: [{ name: 'x', type: 'int' }] }) }
  await assert.rejects(registry.register(unfit, { subject: 'kafkajs-value' }), { status: 409 })
  await assert.rejects(registry.getLatestSchemaId('nothing'), { status: 404 })
  return first.id
}

async function confluentClient() {
  const client = new confluent.SchemaRegistryClient({ baseURLs: [url] })
  const { SerdeType, AvroSerializer, AvroDeserializer } = confluent
  const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {})
  const serializer = new AvroSerializer(client, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false })
  const value = await deserializer.deserialize(topic, record)
  assert.strictEqual(value.dossierCode, 'H36.25-250701-0001')
  assert.deepStrictEqual(await serializer.serialize(topic, value), record)

  const info = { schemaType: 'AVRO', schema: JSON.stringify(permit) }
  const id = await client.register('confluent-value', info)
  assert.strictEqual(await client.getId('confluent-value', info), id)
  assert.strictEqual(await client.testSubjectCompatibility('confluent-value', info), true)
  assert.deepStrictEqual(await client.getAllVersions('confluent-value'), [1])
  assert.ok((await client.getAllSubjects()).includes(subject))
  return id
}

async function main() {
  assert.strictEqual(await confluentClient(), await kafkajs(), 'the same content has the same id')
  console.log('interop ok')
}

main().then(() => process.exit(0), error => { console.error(error); process.exit(1) })
