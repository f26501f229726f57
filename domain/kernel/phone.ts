/** A mainland mobile number. Source: the national numbering plan, 1 followed by 3–9 and nine digits. */
export const mobile = /^1[3-9]\d{9}$/

/** 138****8000: enough for owners to recognise their number, too little to call it. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2')
