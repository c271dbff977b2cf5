/** A file of a known source: its header as the vendor writes it, and which column each field must come from with no click. */
export interface PresetFixture {
  preset: string
  header: readonly string[]
  /** Fields for which the header has a column: field → header. */
  expects: Readonly<Record<string, string>>
  /** Lines before the header and after the rows, as they stand in the file. */
  before?: string
  after?: readonly (readonly string[])[]
  /** Cells every row needs to be kept. */
  all?: Readonly<Record<string, string>>
  /** Cells that make a row one the preset leaves out. */
  leftOut?: Readonly<Record<string, string>>
}

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

const GIVEN = ['José', 'María', 'Íñigo', 'Begoña', 'Ángel', 'Núria', 'Óscar', 'Lucía', 'Iván', 'Sofía', 'Raúl', 'Inés']
const FAMILY = [
  'Muñoz Peña',
  'Güell',
  'Ibáñez',
  'Núñez Íñiguez',
  'Sáez',
  'Añón',
  'Yáñez',
  'Díaz-Ordóñez',
  'Peñalver',
  'Cañete',
  'Argüelles',
  'Muñiz'
]
const CITIES = ['Cádiz', 'A Coruña', 'León', 'Málaga', 'Logroño', 'Ávila', 'Mérida', 'Córdoba', 'Castellón', 'Almería', 'Jaén', 'Cáceres']

/** What a column holds, by words of its name; the first that fits. */
const VALUES: readonly (readonly [RegExp, (at: number) => string])[] = [
  [/^isdeleted$/i, () => 'false'],
  [/^iswon$/i, () => 'true'],
  [/^(deal stage|stagename|stage|etapa)$/i, () => 'Closed Won'],
  [/deal - status$/i, () => 'Won'],
  [/severity|gravedad|priority$/i, (at) => ['High', 'Medium', 'Low'][at % 3] ?? ''],
  [/^(status|estado)$/i, () => 'Paid'],
  [/label$|type$|tipo|marketing|tax exempt|display name|delinquent|captured|confirm_ip|optin_ip/i, (at) => `Opción ${String(at % 2)}`],
  [/e-?mail|correo/i, (at) => `cliente${String(at)}@peña.example`.replace('ñ', 'n')],
  [/phone|tel[eé]fono|m[oó]vil|particular/i, (at) => `+34 600 11 22 ${String(10 + at)}`],
  [
    /time$|created|fecha|date$|sign up|last active|registr|birthday|cumplea|paid at|connected on|opened|abierta|resolved|resuelta|start|inicio|^end$|^fin$|sent|enviado|valid until|válido/i,
    (at) => `2026-0${String(1 + (at % 9))}-1${String(at % 10)}`
  ],
  [
    /^id$|record id|- id$|customer id|order id|associated|accountid|contactid|campaignid|casenumber|id$|orden$|transaction|^id |^número|n\.º/i,
    (at) => `A${String(1000 + at)}`
  ],
  [
    /amount|total|importe|gross|net|fee|bruto|budget|presupuesto|cost|coste|value|spend|sales|taxes|shipping$|price|subtotal|refunded|discount/i,
    (at) => `${String(1200 + at)}.5${String(at % 10)}`
  ],
  [/currency|moneda|divisa/i, () => 'EUR'],
  [/score|nps|puntuación|rating/i, (at) => String(at % 11)],
  [/last ?name|apellido|family/i, (at) => FAMILY[at] ?? ''],
  [/company|empresa|organi[sz]a|account name|raz[oó]n|fiscal|trade|comercial/i, (at) => `Panadería ${FAMILY[at] ?? ''} S.L.`],
  [/city|ciudad|localidad|town/i, (at) => CITIES[at] ?? ''],
  [/postal|zip|^cp$/i, (at) => `0${String(8000 + at)}`],
  [/country|pa[ií]s/i, () => 'España'],
  [/name|nombre|contact|cliente|customer/i, (at) => `${GIVEN[at] ?? ''} ${FAMILY[at] ?? ''}`],
  [/./, (at) => `Línea ${String(at)}: año, «ñandú» €`]
]

/** Twelve rows a Spanish business could have exported. */
export function makeRows({ header, all = {}, leftOut }: PresetFixture): string[][] {
  const rows = GIVEN.map((_, at) =>
    header.map((name) => all[name] ?? (VALUES.find(([pattern]) => pattern.test(name))?.[1] ?? (() => ''))(at))
  )
  if (!leftOut) return rows
  // Among the others, not at the end.
  rows.splice(
    5,
    0,
    header.map((name, index) => leftOut[name] ?? rows[3]?.[index] ?? '')
  )
  return rows
}

const SHOPIFY_CUSTOMERS = list(
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'
)
const SHOPIFY_OLD = list(
  'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt'
)
const SHOPIFY_ORDERS = list(
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID'
)
const WOO_CUSTOMERS = list(
  'Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code,Billing Phone,Shipping Phone,Role'
)
const WOO_ORDERS = list(
  'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution'
)
const STRIPE_CUSTOMERS = list(
  'id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,Refunded Volume,Dispute Losses'
)
const STRIPE_PAYMENTS = list(
  'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Is Link,Mode,Payment Source Type,Status,Taxes On Fee,Application Fee,Application ID,Description,Customer ID,Customer Email'
)
const PAYPAL = list(
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,Sales Tax,Option 1 Name,Option 1 Value,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance,Address Line 1,Address Line 2/District/Neighborhood,Town/City,State/Province/Region/County/Territory/Prefecture/Republic,Zip/Postal Code,Country,Contact Phone Number,Subject,Note,Country Code,Balance Impact'
)
const GOOGLE = list(
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address'
)
const GOOGLE_OLD = list(
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value'
)
const OUTLOOK = list(
  "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page"
)
const OUTLOOK_COM = list(
  'First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,Home Street,Home City,Home State,Home Postal Code,Home Country,Company,Business Street,Business City,Business State,Business Postal Code,Business Country,Categories'
)
const OUTLOOK_ES = list(
  'Title,Nombre,Segundo nombre,Apellidos,Suffix,Organización,Department,Puesto,Calle del trabajo,Calle del trabajo 2,Calle del trabajo 3,Ciudad de trabajo,Provincia o estado de trabajo,Código postal del trabajo,País o región del trabajo,Home Street,Home City,Home State,Home Postal Code,País o región del domicilio,Otra calle,Otra ciudad,Otra provincia o estado,Otro código postal,Otro país o región,Teléfono del trabajo,Número de centralita de la organización,Particular,Mobile Phone,Otro teléfono,Teléfono principal,Birthday,Categorías,E-mail Address,Dirección de correo electrónico 2,Dirección del correo electrónico 3,Género,Notes,Página web,Prioridad,Profesión,Usuario 1,Usuario 2'
)
const MAILCHIMP = list(
  'Email Address,First Name,Last Name,Address,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS'
)
const TIENDANUBE =
  'Número de orden;Email;Fecha;Estado de la orden;Estado del pago;Estado del envío;Moneda;Subtotal de productos;Descuento;Costo de envío;Total;Nombre del comprador;DNI / CUIT;Teléfono;Nombre para el envío;Teléfono para el envío;Dirección;Número;Piso;Localidad;Ciudad;Código postal;Provincia o estado;País;Medio de envío;Medio de pago;Cupón de descuento;Notas del comprador;Notas del vendedor;Fecha de pago;Fecha de envío;Nombre del producto;Precio del producto;Cantidad del producto;SKU;Canal;Código de tracking del envío;Identificador de la orden;Producto Físico;Fecha y hora de cancelación;Motivo de cancelación'.split(
    ';'
  )
const GOOGLE_FIELDS = { email: 'E-mail 1 - Value', phone: 'Phone 1 - Value', birth_date: 'Birthday', notes: 'Notes' }
const OUTLOOK_FIELDS = {
  name: 'First Name',
  last_name: 'Last Name',
  company: 'Company',
  email: 'E-mail Address',
  phone: 'Mobile Phone',
  address: 'Business Street',
  city: 'Business City',
  region: 'Business State',
  postal_code: 'Business Postal Code',
  birth_date: 'Birthday',
  language: 'Language',
  needs_tags: 'Categories',
  notes: 'Notes'
}
const PERSON_FIELDS = { name: 'First Name', last_name: 'Last Name', email: 'Email' }
const MAILING = {
  city: 'MailingCity',
  region: 'MailingState',
  postal_code: 'MailingPostalCode',
  country: 'MailingCountry',
  address: 'MailingStreet'
}

export const PRESET_FIXTURES: readonly PresetFixture[] = [
  {
    preset: 'shopify-customers',
    header: SHOPIFY_CUSTOMERS,
    expects: {
      ...PERSON_FIELDS,
      external_id: 'Customer ID',
      company: 'Default Address Company',
      address: 'Default Address Address1',
      city: 'Default Address City',
      region: 'Default Address Province Code',
      country: 'Default Address Country Code',
      postal_code: 'Default Address Zip',
      phone: 'Phone',
      notes: 'Note',
      needs_tags: 'Tags'
    }
  },
  {
    preset: 'shopify-customers-old',
    header: SHOPIFY_OLD,
    expects: {
      ...PERSON_FIELDS,
      company: 'Company',
      address: 'Address1',
      city: 'City',
      region: 'Province',
      country: 'Country',
      postal_code: 'Zip',
      phone: 'Phone',
      notes: 'Note',
      needs_tags: 'Tags'
    }
  },
  {
    preset: 'shopify-orders',
    header: SHOPIFY_ORDERS,
    expects: {
      external_id: 'Name',
      order_date: 'Created at',
      amount: 'Total',
      refunded: 'Refunded Amount',
      currency: 'Currency',
      status: 'Financial Status',
      cancelled_at: 'Cancelled at',
      channel: 'Source',
      discount: 'Discount Amount',
      customer_email: 'Email',
      customer_name: 'Billing Name',
      customer_phone: 'Phone',
      customer_city: 'Billing City',
      customer_region: 'Billing Province',
      customer_postal_code: 'Billing Zip',
      customer_country: 'Billing Country'
    }
  },
  {
    preset: 'woocommerce-customers',
    header: WOO_CUSTOMERS,
    expects: {
      name: 'Name',
      email: 'Email',
      acquisition_date: 'Sign Up',
      country: 'Country / Region',
      city: 'City',
      region: 'Region',
      postal_code: 'Postal Code',
      phone: 'Billing Phone'
    }
  },
  {
    preset: 'woocommerce-customers',
    header: list(
      'Nombre,Nombre de usuario,Última actividad,Registro,Correo electrónico,Pedidos,Gasto total,Valor medio,País / Región,Ciudad,Región,Código postal'
    ),
    expects: {
      name: 'Nombre',
      email: 'Correo electrónico',
      acquisition_date: 'Registro',
      country: 'País / Región',
      city: 'Ciudad',
      region: 'Región',
      postal_code: 'Código postal'
    }
  },
  {
    preset: 'woocommerce-orders',
    header: WOO_ORDERS,
    expects: {
      external_id: 'Order #',
      order_date: 'Date',
      amount: 'Net Sales',
      status: 'Status',
      channel: 'Attribution',
      customer_name: 'Customer'
    }
  },
  {
    preset: 'woocommerce-orders',
    header: list('Fecha,N.º de pedido,Estado,Cliente,Tipo de cliente,Producto(s),Artículos vendidos,Ventas netas,Atribución'),
    expects: {
      external_id: 'N.º de pedido',
      order_date: 'Fecha',
      amount: 'Ventas netas',
      status: 'Estado',
      channel: 'Atribución',
      customer_name: 'Cliente'
    }
  },
  {
    preset: 'stripe-customers',
    header: [...STRIPE_CUSTOMERS, 'plan (metadata)'],
    expects: { external_id: 'id', email: 'Email', name: 'Name', notes: 'Description', acquisition_date: 'Created (UTC)' }
  },
  {
    preset: 'stripe-payments',
    header: STRIPE_PAYMENTS,
    expects: {
      external_id: 'id',
      order_date: 'Created date (UTC)',
      amount: 'Amount',
      refunded: 'Amount Refunded',
      currency: 'Currency',
      status: 'Status',
      channel: 'Payment Source Type',
      customer_id: 'Customer ID',
      customer_email: 'Customer Email'
    },
    leftOut: { Status: 'Failed' }
  },
  {
    preset: 'paypal',
    header: PAYPAL,
    expects: {
      external_id: 'Transaction ID',
      order_date: 'Date',
      amount: 'Gross',
      currency: 'Currency',
      status: 'Status',
      customer_email: 'From Email Address',
      customer_name: 'Name',
      customer_phone: 'Contact Phone Number',
      customer_city: 'Town/City',
      customer_region: 'State/Province/Region/County/Territory/Prefecture/Republic',
      customer_postal_code: 'Zip/Postal Code',
      customer_country: 'Country'
    },
    all: { Status: 'Completed' },
    leftOut: { Gross: '-23.00' }
  },
  {
    preset: 'hubspot-contacts',
    header: list(
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner'
    ),
    expects: {
      ...PERSON_FIELDS,
      external_id: 'Record ID',
      phone: 'Phone Number',
      acquisition_date: 'Create Date',
      company: 'Associated Company',
      country: 'Country/Region',
      owner_user: 'Contact owner'
    }
  },
  {
    preset: 'hubspot-contacts',
    header: list('ID de registro,Nombre,Apellidos,Correo,Número de teléfono,Fecha de creación,Propietario del contacto'),
    expects: {
      external_id: 'ID de registro',
      name: 'Nombre',
      last_name: 'Apellidos',
      email: 'Correo',
      phone: 'Número de teléfono',
      acquisition_date: 'Fecha de creación',
      owner_user: 'Propietario del contacto'
    }
  },
  {
    preset: 'hubspot-companies',
    header: list('Record ID,Company name,Website URL,Company owner,Create Date'),
    expects: { external_id: 'Record ID', company: 'Company name', owner_user: 'Company owner', acquisition_date: 'Create Date' }
  },
  {
    preset: 'hubspot-deals',
    header: list('Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Company IDs,Associated Contact IDs,Close Date'),
    expects: { external_id: 'Record ID', amount: 'Amount', order_date: 'Close Date', customer_id: 'Associated Contact IDs' },
    leftOut: { 'Deal Stage': 'Closed Lost' }
  },
  {
    preset: 'salesforce-account',
    header: list(
      'Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,Website,Description,OwnerId,CreatedDate,AccountSource'
    ),
    expects: {
      external_id: 'Id',
      company: 'Name',
      address: 'BillingStreet',
      city: 'BillingCity',
      region: 'BillingState',
      postal_code: 'BillingPostalCode',
      country: 'BillingCountry',
      phone: 'Phone',
      notes: 'Description',
      owner_user: 'OwnerId',
      acquisition_date: 'CreatedDate',
      acquisition_channel: 'AccountSource'
    },
    leftOut: { IsDeleted: 'true' }
  },
  {
    preset: 'salesforce-contact',
    header: list(
      'Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,Name,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Phone,MobilePhone,Email,Title,Department,LeadSource,Birthdate,OwnerId,HasOptedOutOfEmail,CreatedDate'
    ),
    expects: {
      ...MAILING,
      external_id: 'Id',
      name: 'FirstName',
      last_name: 'LastName',
      email: 'Email',
      phone: 'Phone',
      birth_date: 'Birthdate',
      acquisition_channel: 'LeadSource',
      acquisition_date: 'CreatedDate',
      owner_user: 'OwnerId'
    },
    leftOut: { IsDeleted: 'true' }
  },
  {
    preset: 'salesforce-opportunity',
    header: list('Id,IsDeleted,AccountId,Name,StageName,Amount,Probability,CloseDate,Type,LeadSource,IsClosed,IsWon,OwnerId'),
    expects: { external_id: 'Id', order_date: 'CloseDate', amount: 'Amount', channel: 'LeadSource', customer_id: 'AccountId' },
    leftOut: { IsWon: 'false' }
  },
  {
    preset: 'salesforce-case',
    header: list(
      'Id,IsDeleted,CaseNumber,ContactId,AccountId,SuppliedName,SuppliedEmail,Type,Status,Reason,Origin,Subject,Priority,ClosedDate,CreatedDate'
    ),
    expects: {
      external_id: 'CaseNumber',
      opened_at: 'CreatedDate',
      category: 'Reason',
      severity: 'Priority',
      channel: 'Origin',
      resolved_at: 'ClosedDate',
      customer_id: 'AccountId',
      customer_name: 'SuppliedName',
      customer_email: 'SuppliedEmail'
    },
    leftOut: { IsDeleted: 'true' }
  },
  {
    preset: 'salesforce-campaign',
    header: list('Id,IsDeleted,Name,ParentId,Type,Status,StartDate,EndDate,ExpectedRevenue,BudgetedCost,ActualCost,NumberOfLeads'),
    expects: {
      external_id: 'Id',
      name: 'Name',
      channel: 'Type',
      start_date: 'StartDate',
      end_date: 'EndDate',
      budget: 'BudgetedCost',
      actual_cost: 'ActualCost'
    },
    leftOut: { IsDeleted: 'true' }
  },
  {
    preset: 'salesforce-campaign-member',
    header: list('Id,IsDeleted,CampaignId,LeadId,ContactId,Status,HasResponded,CreatedDate,FirstRespondedDate,Email'),
    expects: {
      external_id: 'CampaignId',
      customer_id: 'ContactId',
      customer_email: 'Email',
      sent_at: 'CreatedDate',
      responded_at: 'FirstRespondedDate'
    },
    leftOut: { IsDeleted: 'true' }
  },
  {
    preset: 'salesforce-report',
    header: list('First Name,Last Name,Email,Phone,Account Name,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Last Activity'),
    expects: {
      ...PERSON_FIELDS,
      phone: 'Phone',
      company: 'Account Name',
      city: 'Mailing City',
      region: 'Mailing State/Province',
      postal_code: 'Mailing Zip/Postal Code'
    },
    after: [
      [''],
      ['Informe de contactos'],
      ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.'],
      ['Generated By: Íñigo Peña']
    ]
  },
  {
    preset: 'salesforce-report-opportunities',
    header: list('Opportunity Name,Account Name,Amount,Close Date,Stage,Lead Source'),
    expects: {
      external_id: 'Opportunity Name',
      customer_name: 'Account Name',
      amount: 'Amount',
      order_date: 'Close Date',
      channel: 'Lead Source'
    },
    after: [[''], ['Confidential Information - Do Not Distribute']]
  },
  {
    preset: 'google-contacts',
    header: GOOGLE,
    expects: {
      ...GOOGLE_FIELDS,
      name: 'First Name',
      last_name: 'Last Name',
      company: 'Organization Name',
      address: 'Address 1 - Street',
      city: 'Address 1 - City',
      region: 'Address 1 - Region',
      postal_code: 'Address 1 - Postal Code',
      country: 'Address 1 - Country',
      needs_tags: 'Labels'
    }
  },
  {
    preset: 'google-contacts-old',
    header: GOOGLE_OLD,
    expects: { ...GOOGLE_FIELDS, name: 'Given Name', last_name: 'Family Name', language: 'Language', needs_tags: 'Group Membership' }
  },
  {
    preset: 'outlook',
    header: OUTLOOK,
    expects: { ...OUTLOOK_FIELDS, country: 'Business Country/Region', tax_id: 'Government ID Number' }
  },
  { preset: 'outlook', header: OUTLOOK_COM, expects: { ...OUTLOOK_FIELDS, country: 'Business Country' } },
  {
    preset: 'outlook-es',
    header: OUTLOOK_ES,
    expects: {
      name: 'Nombre',
      last_name: 'Apellidos',
      company: 'Organización',
      email: 'E-mail Address',
      phone: 'Mobile Phone',
      address: 'Calle del trabajo',
      city: 'Ciudad de trabajo',
      region: 'Provincia o estado de trabajo',
      postal_code: 'Código postal del trabajo',
      country: 'País o región del trabajo',
      birth_date: 'Birthday',
      needs_tags: 'Categorías',
      notes: 'Notes'
    }
  },
  {
    preset: 'mailchimp',
    header: MAILCHIMP,
    expects: {
      email: 'Email Address',
      name: 'First Name',
      last_name: 'Last Name',
      address: 'Address',
      phone: 'Phone Number',
      acquisition_date: 'OPTIN_TIME',
      country: 'CC',
      region: 'REGION',
      notes: 'NOTES',
      needs_tags: 'TAGS'
    }
  },
  {
    preset: 'pipedrive-persons',
    header: list(
      'Person - ID,Person - Name,Person - Email,Person - Phone,Organization - Name,Person - Owner,Person - Person created,Person - Labels'
    ),
    expects: {
      external_id: 'Person - ID',
      name: 'Person - Name',
      email: 'Person - Email',
      phone: 'Person - Phone',
      company: 'Organization - Name',
      owner_user: 'Person - Owner',
      acquisition_date: 'Person - Person created',
      needs_tags: 'Person - Labels'
    }
  },
  {
    preset: 'pipedrive-deals',
    header: list(
      'Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Status,Deal - Won time,Person - Name,Person - Email,Organization - Name'
    ),
    expects: {
      external_id: 'Deal - ID',
      amount: 'Deal - Value',
      currency: 'Deal - Currency of Value',
      order_date: 'Deal - Won time',
      customer_name: 'Person - Name',
      customer_email: 'Person - Email'
    },
    leftOut: { 'Deal - Status': 'Lost' }
  },
  {
    preset: 'pipedrive-activities',
    header: list(
      'Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name'
    ),
    expects: {
      subject: 'Activity - Subject',
      kind: 'Activity - Type',
      at: 'Activity - Due date',
      handled_by: 'Activity - Assigned to user',
      customer_name: 'Person - Name',
      customer_email: 'Person - Email'
    }
  },
  {
    preset: 'linkedin',
    header: list('First Name,Last Name,URL,Email Address,Company,Position,Connected On'),
    expects: { external_id: 'URL', name: 'First Name', last_name: 'Last Name', email: 'Email Address', company: 'Company' },
    before: 'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing."\r\n\r\n'
  },
  {
    preset: 'tiendanube-orders',
    header: TIENDANUBE,
    expects: {
      external_id: 'Número de orden',
      order_date: 'Fecha',
      amount: 'Total',
      currency: 'Moneda',
      status: 'Estado del pago',
      channel: 'Canal',
      discount: 'Descuento',
      cancelled_at: 'Fecha y hora de cancelación',
      customer_email: 'Email',
      customer_name: 'Nombre del comprador',
      customer_tax_id: 'DNI / CUIT',
      customer_phone: 'Teléfono',
      customer_city: 'Ciudad',
      customer_region: 'Provincia o estado',
      customer_postal_code: 'Código postal',
      customer_country: 'País'
    }
  },
  {
    preset: 'prestashop-customers',
    header: [...list('ID,Title,Last name,First Name,Email address,Age,Enabled,News.,Opt.,Registration,Last visit'), ''],
    expects: { external_id: 'ID', name: 'First Name', last_name: 'Last name', email: 'Email address', acquisition_date: 'Registration' }
  },
  {
    preset: 'holded-contacts',
    header: list(
      'Nombre fiscal,Nombre comercial,Persona de contacto,NIF,Email,Teléfono,Móvil,Dirección,Población,Código postal,Provincia,País,IBAN,SWIFT,Notas,Etiquetas'
    ),
    expects: {
      company: 'Nombre fiscal',
      name: 'Persona de contacto',
      tax_id: 'NIF',
      email: 'Email',
      phone: 'Teléfono',
      address: 'Dirección',
      city: 'Población',
      postal_code: 'Código postal',
      region: 'Provincia',
      country: 'País',
      notes: 'Notas',
      needs_tags: 'Etiquetas'
    }
  },
  {
    preset: 'spanish-sheet',
    header: list('Nombre,Razón social,NIF,Dirección,CP,Ciudad,País,Contacto,Email,Teléfono'),
    expects: {
      name: 'Nombre',
      company: 'Razón social',
      tax_id: 'NIF',
      address: 'Dirección',
      postal_code: 'CP',
      city: 'Ciudad',
      country: 'País',
      email: 'Email',
      phone: 'Teléfono'
    }
  },
  {
    preset: 'generic-order-lines',
    header: list(
      'Row ID,Order ID,Order Date,Ship Date,Customer ID,Customer Name,City,State,Postal Code,Category,Product Name,Sales,Quantity,Profit'
    ),
    expects: {
      external_id: 'Order ID',
      order_date: 'Order Date',
      amount: 'Sales',
      line_key: 'Row ID',
      product: 'Product Name',
      category: 'Category',
      quantity: 'Quantity',
      profit: 'Profit',
      customer_id: 'Customer ID',
      customer_name: 'Customer Name',
      customer_city: 'City',
      customer_region: 'State',
      customer_postal_code: 'Postal Code'
    }
  },
  {
    preset: 'plain-orders',
    header: list('customer,date,amount'),
    expects: { customer: 'customer', order_date: 'date', amount: 'amount' }
  },
  {
    preset: 'generic-customers-es',
    header: list('Código cliente,Nombre,Apellidos,Correo electrónico,Móvil,Población,Provincia,Fecha de alta,Observaciones'),
    expects: {
      external_id: 'Código cliente',
      name: 'Nombre',
      last_name: 'Apellidos',
      email: 'Correo electrónico',
      phone: 'Móvil',
      city: 'Población',
      region: 'Provincia',
      acquisition_date: 'Fecha de alta',
      notes: 'Observaciones'
    }
  },
  {
    preset: 'generic-customers-en',
    header: list('Customer ID,First name,Last name,Email,Phone,City,Country'),
    expects: {
      external_id: 'Customer ID',
      name: 'First name',
      last_name: 'Last name',
      email: 'Email',
      phone: 'Phone',
      city: 'City',
      country: 'Country'
    }
  },
  {
    preset: 'generic-orders-es',
    header: list('N.º pedido,Fecha pedido,Cliente,Importe,Moneda,Canal,Población'),
    expects: {
      external_id: 'N.º pedido',
      order_date: 'Fecha pedido',
      customer: 'Cliente',
      amount: 'Importe',
      currency: 'Moneda',
      channel: 'Canal',
      customer_city: 'Población'
    }
  },
  {
    preset: 'generic-orders-en',
    header: list('Order number,Order date,Customer email,Net amount,Currency,Sales channel'),
    expects: {
      external_id: 'Order number',
      order_date: 'Order date',
      customer_email: 'Customer email',
      amount: 'Net amount',
      currency: 'Currency',
      channel: 'Sales channel'
    }
  },
  {
    preset: 'generic-order-lines-es',
    header: list('N.º pedido,Fecha,Cliente,Producto,Cantidad,Importe'),
    expects: {
      external_id: 'N.º pedido',
      order_date: 'Fecha',
      customer: 'Cliente',
      product: 'Producto',
      quantity: 'Cantidad',
      amount: 'Importe'
    }
  },
  {
    preset: 'generic-order-lines-en',
    header: list('Order number,Date,Customer,Product,Quantity,Amount'),
    expects: {
      external_id: 'Order number',
      order_date: 'Date',
      customer: 'Customer',
      product: 'Product',
      quantity: 'Quantity',
      amount: 'Amount'
    }
  },
  {
    preset: 'generic-interactions-es',
    header: list('Fecha,Cliente,Canal,Sentido,Tipo de contacto,Asunto,Resultado,Atendido por'),
    expects: {
      at: 'Fecha',
      customer: 'Cliente',
      channel: 'Canal',
      direction: 'Sentido',
      kind: 'Tipo de contacto',
      subject: 'Asunto',
      outcome: 'Resultado',
      handled_by: 'Atendido por'
    }
  },
  {
    preset: 'generic-interactions-en',
    header: list('Date,Customer email,Channel,Direction,Subject,Outcome,Handled by'),
    expects: {
      at: 'Date',
      customer_email: 'Customer email',
      channel: 'Channel',
      direction: 'Direction',
      subject: 'Subject',
      outcome: 'Outcome',
      handled_by: 'Handled by'
    }
  },
  {
    preset: 'generic-complaints-es',
    header: list('N.º queja,Abierta,Cliente,Motivo,Gravedad,Resuelta,Solución'),
    expects: {
      external_id: 'N.º queja',
      opened_at: 'Abierta',
      customer: 'Cliente',
      category: 'Motivo',
      severity: 'Gravedad',
      resolved_at: 'Resuelta',
      resolution: 'Solución'
    }
  },
  {
    preset: 'generic-complaints-en',
    header: list('Complaint ID,Opened,Customer ID,Category,Severity,Resolved,Compensation'),
    expects: {
      external_id: 'Complaint ID',
      opened_at: 'Opened',
      customer_id: 'Customer ID',
      category: 'Category',
      severity: 'Severity',
      resolved_at: 'Resolved',
      compensation: 'Compensation'
    }
  },
  {
    preset: 'generic-consents-es',
    header: list('Cliente,Correo,Finalidad,Consentimiento,Fecha,Canal,Válido hasta'),
    expects: {
      customer: 'Cliente',
      customer_email: 'Correo',
      purpose: 'Finalidad',
      status: 'Consentimiento',
      at: 'Fecha',
      channel: 'Canal',
      expires_at: 'Válido hasta'
    }
  },
  {
    preset: 'generic-consents-en',
    header: list('Customer email,Purpose,Status,Date,Channel,Source'),
    expects: { customer_email: 'Customer email', purpose: 'Purpose', status: 'Status', at: 'Date', channel: 'Channel', source: 'Source' }
  },
  {
    preset: 'generic-surveys-es',
    header: list('Fecha,Cliente,Puntuación,Tipo de encuesta,Comentario'),
    expects: { at: 'Fecha', customer: 'Cliente', score: 'Puntuación', kind: 'Tipo de encuesta', comment: 'Comentario' }
  },
  {
    preset: 'generic-surveys-en',
    header: list('Date,Customer email,NPS,Comment'),
    expects: { at: 'Date', customer_email: 'Customer email', score: 'NPS', comment: 'Comment' }
  },
  {
    preset: 'generic-campaigns-es',
    header: list('Campaña,Objetivo,Canal,Inicio,Fin,Presupuesto,Coste real'),
    expects: {
      name: 'Campaña',
      goal: 'Objetivo',
      channel: 'Canal',
      start_date: 'Inicio',
      end_date: 'Fin',
      budget: 'Presupuesto',
      actual_cost: 'Coste real'
    }
  },
  {
    preset: 'generic-campaigns-en',
    header: list('Campaign,Goal,Channel,Start,End,Budget'),
    expects: { name: 'Campaign', goal: 'Goal', channel: 'Channel', start_date: 'Start', end_date: 'End', budget: 'Budget' }
  }
]
