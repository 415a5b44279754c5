import type { SampleArticle } from '../../article.ts'

export const instrumentsLibrary: SampleArticle = {
  path: '/courier/2026/11/la-bibliotheque-prete-des-instruments/',
  title: 'À Varnholm, la bibliothèque prête désormais des violons',
  summary: 'Depuis lundi, on peut emprunter un instrument de musique aussi simplement qu’un roman.',
  paragraphs: [
    'Depuis lundi, les lecteurs de la bibliothèque municipale de Varnholm peuvent repartir avec un violon sous le bras. Cent vingt instruments, presque tous offerts par des habitants, attendent au deuxième étage entre les partitions et les récits de voyage. Le prêt est gratuit et dure six semaines ; il peut être renouvelé deux fois.',
    'L’idée est née pendant un déménagement. « Nous avons trouvé dans la cave un accordéon que personne ne réclamait », raconte la directrice, Claire Mourel. « Je l’ai posé sur le comptoir avec un petit mot. Une heure plus tard, il était parti, et le lendemain quelqu’un apportait une clarinette. »',
    'Chaque instrument a été examiné par un luthier à la retraite, qui tient désormais une permanence le jeudi après-midi. Il remplace les cordes, montre comment tenir l’archet et refuse poliment les pianos. Les instruments à vent sont nettoyés après chaque retour.',
    'En cinq jours, quatre-vingt-sept instruments ont trouvé preneur. Les plus demandés sont les guitares et, à la surprise générale, les deux harpes, pour lesquelles la liste d’attente va déjà jusqu’au mois de mars.',
    'La bibliothèque cherche encore des flûtes et un hautbois. Une salle insonorisée, où l’on pourra s’exercer sans déranger personne, doit ouvrir en janvier dans l’ancienne salle des journaux.',
  ],
  publishedAt: '2026-11-13T16:30:00+01:00',
  language: 'fr',
  section: 'Culture',
  author: 'Élise Garnier',
}
