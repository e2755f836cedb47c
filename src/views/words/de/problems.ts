// Why a call to Microsoft failed, and who can fix it.

const lookThere = 'Bitten Sie einen Administrator-Agenten, es im Partner Center zu prüfen.';
const checkTemplate =
  'Wenn das auch bei anderen Kunden passiert, bitten Sie Ihren Gatehouse-Administrator, Rollen und Gruppen der Zugriffsvorlage zu prüfen.';
const sameElsewhere = 'Ihre Zugriffsvorlage ist in Ordnung: Bei einem anderen Kunden funktioniert sie.';

/** Cause and cure of a problem, as whole sentences; what Microsoft said; what was tried. */
export const problems = {
  noRights: {
    cause: 'Dem Konto oder der App, mit der sich Gatehouse anmeldet, fehlt die Berechtigung dafür.',
    cure: ({ permission }: { permission: string }) =>
      `Bitten Sie einen Globalen Administrator Ihres eigenen Mandanten, das Konto zu AdminAgents hinzuzufügen und der App die Zustimmung für ${permission} zu erteilen.`,
  },
  partnerCenterPermission: 'user_impersonation von Microsoft Partner Center',
  consentMissing: {
    cause:
      'Der App, mit der sich Gatehouse anmeldet, fehlt die Zustimmung in Ihrem eigenen Mandanten, oder das Konto ist dort nur Gast.',
    cure: 'Bitten Sie Ihren Gatehouse-Administrator, npm run sign-in auszuführen. Der Befehl zeigt, was fehlt, und den Link, über den ein Globaler Administrator zustimmt.',
  },
  partnerCenterClosed: {
    cause: ({ answer }: { answer: string }) =>
      `Die API des Partner Centers lehnt Gatehouse ab, wie bei indirekten Resellern üblich (${answer}).`,
    cure: 'Indirekte Reseller verwalten Kunden im Partner Center. Wenn Sie Direktabrechnungspartner oder indirekter Anbieter sind, bitten Sie einen Globalen Administrator, das Konto von Gatehouse zu AdminAgents hinzuzufügen.',
  },
  notAccepted: {
    request: {
      cause: 'Microsoft hat die Anfrage nicht angenommen, meist weil GDAP eine der Rollen nicht unterstützt.',
      cure: checkTemplate,
    },
    assignment: {
      cause: 'Meist existiert die Gruppe nicht, oder eine Rolle ist im Mandanten des Kunden nicht aktiviert.',
      cure: checkTemplate,
    },
    check: {
      cause: 'Microsoft hat die Abfrage nicht angenommen.',
      cure: 'Bitten Sie Ihren Gatehouse-Administrator, den Aufruf im Protokoll nachzusehen.',
    },
    removal: { cause: 'Microsoft hat die Entfernung nicht angenommen.', cure: lookThere },
  },
  notAcceptedOnlyHere: {
    request: {
      cause: `Microsoft nimmt die Anfrage nur für diesen Kunden nicht an. ${sameElsewhere}`,
      cure: 'Bitten Sie einen Administrator-Agenten, die Beziehung im Partner Center anzufragen (beim Kunden unter „Administratorbeziehungen“). Dort steht, was nicht stimmt.',
    },
    assignment: {
      cause: `Microsoft nimmt die Zuweisung nur für diesen Kunden nicht an, meist weil eine Rolle in seinem Mandanten nicht aktiv ist. ${sameElsewhere}`,
      cure: 'Bitten Sie einen Administrator-Agenten, die Gruppe im Partner Center zuzuweisen (beim Kunden unter „Administratorbeziehungen“). Dort steht, was nicht stimmt.',
    },
  },
  nameTaken: {
    cause: 'Eine andere Beziehung in Ihrem Partner Center hat bereits den Namen, den Gatehouse gewählt hat.',
    cure: 'Die nächste Anfrage erhält einen anderen Namen. Wer die andere Beziehung erstellt hat, sehen Sie im Partner Center.',
  },
  notFound: {
    cause: 'Microsoft findet den Kunden, die Beziehung oder die Gruppe nicht, um die es geht.',
    cure: 'Bitten Sie einen Administrator-Agenten zu prüfen, ob der Kunde im Partner Center und die Gruppen der Zugriffsvorlage in Entra noch vorhanden sind.',
  },
  notFoundInRemoval: { cause: 'Microsoft findet nicht, was entfernt werden soll.', cure: lookThere },
  throttled: { cause: 'Microsoft hat Gatehouse gebeten zu warten.', cure: 'Das löst sich meist von selbst.' },
  notPossibleNow: {
    cause: 'Microsoft meldet, dass das gerade nicht möglich ist.',
    cure: 'Das löst sich meist von selbst.',
  },
  noUsableAnswer: {
    cause: 'Microsoft hat keine verwertbare Antwort gegeben.',
    cure: 'Das löst sich meist von selbst. Größere Störungen stehen auf der Dienststatusseite von Microsoft.',
  },
  /** For text blocks only. */
  signInLost: ({ since }: { since: string }) =>
    `Gatehouse kann seit ${since} bei Microsoft nichts ändern. Es zeigt, was es noch lesen kann.`,
  said: {
    unreachableBecause: ({ answer }: { answer: string }) => `Microsoft war nicht erreichbar: ${answer}`,
    answered: ({ answer }: { answer: string }) => `Microsoft antwortete mit ${answer}`,
    unreachable: 'Microsoft hat nicht geantwortet',
    throttled: 'Microsoft hat Gatehouse gebeten zu warten',
    unexpectedAnswer: 'Die Antwort von Microsoft war nicht lesbar',
    refused: 'Microsoft hat abgelehnt',
    /** After one of the others. */
    requestId: ({ id }: { id: string }) => ` (Anforderungs-ID ${id})`,
  },
  checked: { azurePlan: 'Azure-Plan', assignments: 'Zugriffszuweisungen' },
  aGroup: 'eine Gruppe',
  tried: {
    setAutoExtend: 'Einschalten der automatischen Verlängerung',
    removeGlobalAdministrator: 'Entfernen des globalen Administrators',
    createSuccessor: 'Erstellen der nachfolgenden Beziehung',
    lockSuccessor: 'Senden der Anfrage dafür an den Kunden',
    readRelationships: 'Lesen der Beziehungen des Kunden',
    createRelationship: 'Erstellen der Beziehung',
    lockForApproval: 'Senden der Anfrage an den Kunden',
    assignAccess: ({ group }: { group: string }) => `Zuweisen der Rollen an „${group}“`,
    widenAssignment: ({ group }: { group: string }) => `Hinzufügen von Rollen zu „${group}“`,
    removeAssignment: ({ group }: { group: string }) => `Entfernen der alten Zuweisung von „${group}“`,
    endEarlier: 'Beenden der früheren Beziehung',
  },
};
