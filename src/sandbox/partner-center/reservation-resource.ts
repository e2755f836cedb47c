// A reserved instance in Partner Center's JSON.

/** The n-th reserved instance of a customer. */
export function reservationResource(n: number) {
  return {
    includedEntitlements: [],
    referenceOrder: { id: `reservation-${n}`, lineItemId: '0', alternateId: `ri${n}` },
    productId: 'DZH318Z0BQ3W',
    skuId: '007J',
    quantity: 1,
    quantityDetails: [{ quantity: 1, status: 'active' }],
    entitledArtifacts: [],
    entitlementType: 'reservedinstance',
    dynamicAttributes: { reservationType: 'virtualmachines' },
    expiryDate: '2028-01-01T00:00:00Z',
  };
}
