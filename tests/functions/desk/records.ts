import type { Estate } from '../support/estate'

async function readCollection<T>(estate: Estate, collectionName: string): Promise<T[]> {
  const reply = await estate.post<{ data: { list?: string[] }; list?: string[] }>('/admin', {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: '{}',
    limit: 1000,
  })
  return (reply.list ?? reply.data.list ?? []).map(text => JSON.parse(text) as T)
}

/** The raw documents of the demonstration's estate in one collection. */
export const recordsOfEstate = async <T extends { estateId: string }>(
  estate: Estate,
  name: string,
): Promise<T[]> => (await readCollection<T>(estate, name)).filter(({ estateId }) => estateId === 'tianma')
