/**
 * Words of names (our own tables, from everyday use in Spanish; frequencies rounded from the lists of the national statistics
 * office as commonly quoted). They only say what a small base cannot: that García is common and that Pepe is José.
 */

/** Short forms and what they stand for; several words where the short form does. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ma: 'maria',
    mari: 'maria',
    pepe: 'jose',
    pepa: 'josefa',
    paco: 'francisco',
    pancho: 'francisco',
    curro: 'francisco',
    fran: 'francisco',
    fco: 'francisco',
    fca: 'francisca',
    paqui: 'francisca',
    paca: 'francisca',
    lola: 'dolores',
    loli: 'dolores',
    concha: 'concepcion',
    conchi: 'concepcion',
    charo: 'rosario',
    nacho: 'ignacio',
    manolo: 'manuel',
    manu: 'manuel',
    quique: 'enrique',
    kike: 'enrique',
    chema: 'jose maria',
    josema: 'jose maria',
    juanjo: 'juan jose',
    juanma: 'juan manuel',
    maite: 'maria teresa',
    mayte: 'maria teresa',
    maribel: 'maria isabel',
    marisa: 'maria luisa',
    toni: 'antonio',
    tono: 'antonio',
    javi: 'javier',
    rafa: 'rafael',
    santi: 'santiago',
    alex: 'alejandro',
    guille: 'guillermo',
    memo: 'guillermo',
    isa: 'isabel',
    tere: 'teresa',
    merche: 'mercedes',
    pili: 'pilar',
    inma: 'inmaculada',
    montse: 'montserrat',
    lupe: 'guadalupe',
    beto: 'alberto',
    chucho: 'jesus',
    edu: 'eduardo',
    dani: 'daniel',
    nando: 'fernando',
    susi: 'susana',
    cris: 'cristina',
    marga: 'margarita',
    gabi: 'gabriel',
    nico: 'nicolas',
    migue: 'miguel',
    asun: 'asuncion',
    encarni: 'encarnacion',
    gdez: 'gonzalez',
    fdez: 'fernandez',
    fdz: 'fernandez',
    glez: 'gonzalez',
    gzlez: 'gonzalez',
    hdez: 'hernandez',
    hdz: 'hernandez',
    mtez: 'martinez',
    mtz: 'martinez',
    mnez: 'martinez',
    rguez: 'rodriguez',
    rdguez: 'rodriguez',
    rdez: 'rodriguez',
    dguez: 'dominguez',
    jmnez: 'jimenez',
    gcia: 'garcia',
    lpz: 'lopez',
    schez: 'sanchez',
    schz: 'sanchez',
    prz: 'perez',
    hnos: 'hermanos',
    hno: 'hermanos',
    rte: 'restaurante',
    rest: 'restaurante'
  }).map(([short, long]) => [short, long.split(' ')])
)

/** Words that names carry and people leave out. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del la las los el lo y i e da do dos das di du van von der den the of and et le en a'.split(' ')
)

/** Kinds of business: two firms that share only these have no name in common. */
export const BUSINESS_WORDS: ReadonlySet<string> = new Set(
  `restaurante restaurant bar cafe cafeteria hotel hostal tienda grupo group taller talleres panaderia pasteleria farmacia clinica
  autoescuela academia colegio peluqueria estudio servicios service services construcciones transportes comercial distribuciones
  hermanos hijos hijo viuda asociados company co corp cia sociedad limitada anonima cooperativa asociacion fundacion comunidad bienes
  empresa consulting consultores asesoria gestoria inmobiliaria ferreteria carniceria pescaderia fruteria supermercado mercado grill bistro brasserie pizzeria taberna meson bodega
  bodegas asador cerveceria deli diner spa`
    .trim()
    .split(/\s+/)
)

/** First names people in Spanish have most, with the share of people who have each, in thousandths. */
const GIVEN_NAMES = `maria:60 jose:45 antonio:28 juan:27 manuel:24 francisco:22 carmen:16 luis:16 javier:15 ana:15 carlos:14 isabel:12 david:12
  jesus:11 daniel:11 miguel:11 angel:11 dolores:9 pilar:9 teresa:9 laura:9 pedro:9 alejandro:9 rafael:9 rosa:8 josefa:8 cristina:8 pablo:8
  angeles:8 fernando:8 sergio:7 alberto:7 jorge:7 lucia:7 marta:7 elena:7 antonia:7 francisca:6 mercedes:6 luisa:6 alvaro:6 paula:6 sara:6
  rosario:5 raul:5 enrique:5 adrian:5 vicente:5 ramon:5 diego:5 concepcion:5 raquel:5 eva:5 patricia:5 juana:5 victor:4 ignacio:4 ruben:4
  oscar:4 joaquin:4 andres:4 santiago:4 beatriz:4 rocio:4 julia:4 andrea:4 silvia:4 alba:4 eduardo:4 roberto:4 mario:4 ivan:4 jaime:4
  alfonso:4 salvador:3 ricardo:3 emilio:3 julio:3 hugo:3 marcos:3 martin:3 irene:4 nuria:4 encarnacion:3 margarita:3 manuela:4 sofia:4
  claudia:3 carla:3 ines:2 natalia:3 monica:4 sonia:3 susana:3 yolanda:3 alicia:3 montserrat:3 inmaculada:3 esther:3 gonzalo:2 nicolas:2
  tomas:2 agustin:2 jordi:2 guillermo:3 gabriel:3 samuel:2 marina:3 ainhoa:1 lorena:2 gloria:2 amparo:2 begona:1 noelia:2 olga:2 nerea:2
  catalina:2 esperanza:2 aurora:2 emilia:2 ascension:1 asuncion:1 victoria:3 consuelo:2 celia:2 virginia:2 aitor:1 iker:1 oriol:1 xavier:1
  felix:2 mariano:2 domingo:2 sebastian:2 lorenzo:1 cesar:2 hector:2 ismael:2 rodrigo:2 mateo:2 lucas:2 leo:1 carlota:1 valeria:1 daniela:2
  martina:2 fatima:2 mohamed:3 lourdes:1 milagros:1 remedios:1 guadalupe:1 gregorio:1 rosalia:1 blanca:2 adela:1 amalia:1`

/** Surnames people in Spanish have most, with the share of people who have each as first or second, in thousandths. */
const SURNAMES = `garcia:60 rodriguez:38 gonzalez:38 fernandez:37 lopez:36 martinez:34 sanchez:34 perez:32 gomez:20 martin:20 jimenez:16
  hernandez:15 ruiz:15 diaz:14 moreno:13 munoz:12 alvarez:12 romero:10 gutierrez:9 alonso:9 navarro:8 torres:9 dominguez:8 ramos:8
  vazquez:9 ramirez:8 gil:8 serrano:7 morales:7 molina:6 blanco:6 suarez:7 castro:6 ortega:6 delgado:6 ortiz:6 marin:5 rubio:5 nunez:5
  sanz:5 medina:5 iglesias:4 castillo:5 cortes:4 garrido:4 santos:4 guerrero:4 lozano:4 cano:4 mendez:4 cruz:5 prieto:3 flores:4
  herrera:4 pena:4 leon:4 marquez:4 cabrera:3 gallego:3 calvo:3 vidal:4 campos:3 reyes:4 vega:3 fuentes:3 carrasco:3 diez:3 aguilar:3
  caballero:3 nieto:3 santana:3 pascual:3 vargas:3 herrero:3 hidalgo:3 montero:3 gimenez:3 lorenzo:3 santiago:2 ibanez:2 benitez:3
  duran:3 arias:3 mora:3 ferrer:3 carmona:2 vicente:2 rojas:3 crespo:2 soto:3 roman:2 pastor:2 velasco:2 saez:2 soler:2 moya:2 esteban:2
  parra:2 bravo:2 gallardo:2 rivera:2 pardo:2 rivas:2 silva:2 casado:1 franco:2 lara:2 aranda:1 prado:1 sola:1 pombo:1 luque:1`

const readShares = (table: string): [string, number][] =>
  table.split(/\s+/).map((entry) => {
    const [word = '', share = '0'] = entry.split(':')
    return [word, Number(share) / 1000]
  })

/** The share of people with a common word in their name, 0 to 1. */
export const COMMON_NAMES: ReadonlyMap<string, number> = new Map([...readShares(SURNAMES), ...readShares(GIVEN_NAMES)])
export const FIRST_NAMES: ReadonlySet<string> = new Set(readShares(GIVEN_NAMES).map(([word]) => word))
export const LAST_NAMES: ReadonlySet<string> = new Set(readShares(SURNAMES).map(([word]) => word))

/** What stands before the @ of many firms. */
export const SHARED_MAILBOXES: ReadonlySet<string> = new Set(
  `info contacto contact administracion admin ventas sales hola hello pedidos facturacion oficina gerencia direccion recepcion tienda
  correo mail email compras clientes reservas secretaria web`
    .trim()
    .split(/\s+/)
)
