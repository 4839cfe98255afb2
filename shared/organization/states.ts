/**
 * The states of the United States, the District of Columbia and Puerto Rico: postal code and name, folded. It is a list
 * of its own because it is searched for in names of organizations, where the abbreviations in `regionNames` can be
 * other words ("Miss", "Wash"). `regionsOf` (shared/i18n/regions.ts) is what the form suggests.
 */
export const statesOfTheUnion: ReadonlyMap<string, string> = new Map(
  (
    'al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,de delaware,dc district of columbia,' +
    'fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,ks kansas,ky kentucky,la louisiana,me maine,' +
    'md maryland,ma massachusetts,mi michigan,mn minnesota,ms mississippi,mo missouri,mt montana,ne nebraska,nv nevada,' +
    'nh new hampshire,nj new jersey,nm new mexico,ny new york,nc north carolina,nd north dakota,oh ohio,ok oklahoma,' +
    'or oregon,pa pennsylvania,ri rhode island,sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,vt vermont,' +
    'va virginia,wa washington,wv west virginia,wi wisconsin,wy wyoming,pr puerto rico'
  )
    .split(',')
    .map((line): [string, string] => [line.slice(0, 2), line.slice(3)]),
);
